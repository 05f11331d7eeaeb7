package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.List;

/** What the bytes of a frame cannot say, in words for a capture file: who sent the messages in it, and why it was lost. */
final class FrameComments {

    private FrameComments() {
    }

    /**
     * One a message, such as "TCPClient on client, thread main, TCPClient.java:13: message 3, bytes 0 to 12 of 13", and a
     * last one such as "dropped: lost on the link"; none if there is nothing to say.
     */
    static List<String> of(TracedFrame frame) {
        List<String> comments = new ArrayList<>();
        frame.content().messages().forEach(slice -> comments.add(comment(slice)));
        String dropped = frame.dropped();
        if (dropped != null) {
            comments.add("dropped: " + dropped);
        }
        return comments;
    }

    private static String comment(MessageSlice slice) {
        Message message = slice.message();
        Origin origin = message.origin();
        StringBuilder line = new StringBuilder(origin.program()).append(" on ").append(origin.host());
        if (!origin.thread().isEmpty()) {
            line.append(", thread ").append(origin.thread());
        }
        if (!origin.place().isEmpty()) {
            line.append(", ").append(origin.place());
        }
        line.append(": message ").append(message.number());
        if (slice.length() > 0) {
            line.append(", bytes ").append(slice.messageOffset()).append(" to ")
                    .append(slice.messageOffset() + slice.length() - 1).append(" of ").append(message.length());
        }
        return line.toString();
    }
}
