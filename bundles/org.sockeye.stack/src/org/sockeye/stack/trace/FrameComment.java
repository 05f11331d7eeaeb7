package org.sockeye.stack.trace;

import java.util.List;
import java.util.stream.Stream;

/** What the bytes of a frame cannot say, in words for a capture file: who sent the messages in it, and why it was lost. */
final class FrameComment {

    private FrameComment() {
    }

    /**
     * One line a message, such as "TCPClient on client, thread main, TCPClient.java:13: message 3, bytes 0 to 12 of 13",
     * and a last one such as "dropped: lost on the link"; empty if there is nothing to say.
     */
    static String of(TracedFrame frame) {
        Stream<String> messages = frame.content().messages().stream().map(FrameComment::line);
        String dropped = frame.dropped();
        List<String> end = dropped == null ? List.of() : List.of("dropped: " + dropped);
        return String.join("\n", Stream.concat(messages, end.stream()).toList());
    }

    private static String line(MessageSlice slice) {
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
