package org.sockeye.stack.trace;

/**
 * A frame as a capture file knows it: seen at one interface at one time.
 *
 * @param number counts the frames of a capture from 1
 * @param time when, in nanoseconds since the capture's zero (for a run of ours, its start)
 * @param interfaceName where, such as "client eth0"; empty if the file does not say
 * @param link what the interface's frames share with those of the link's other end, such as "client eth0 – s1 p1": the
 *        point of view from which a conversation is followed
 * @param comment what else is known, such as who sent the message in it; may be empty
 * @param bytes the bytes that were captured
 * @param originalLength how many bytes there were on the wire
 * @param fcsLength how many of the last bytes on the wire are the frame check sequence: 4, or 0 if it was not captured
 */
public record CapturedFrame(int number, long time, String interfaceName, String link, String comment, byte[] bytes,
        int originalLength, int fcsLength) {

    /** A frame of a run, as it is written to a capture file. */
    public static CapturedFrame of(TracedFrame frame) {
        byte[] bytes = frame.content().bytes();
        return new CapturedFrame(frame.number(), frame.sent(), frame.from().toString(), link(frame.from(), frame.to()),
                FrameComment.of(frame), bytes, bytes.length, 4);
    }

    /** The same for both directions. */
    static String link(LinkEnd one, LinkEnd other) {
        String a = one.toString();
        String b = other.toString();
        return a.compareTo(b) <= 0 ? a + " – " + b : b + " – " + a;
    }
}
