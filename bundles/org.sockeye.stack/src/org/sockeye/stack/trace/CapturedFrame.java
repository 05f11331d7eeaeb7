package org.sockeye.stack.trace;

import java.util.List;

/**
 * A frame as a capture file knows it: seen at one interface at one time.
 *
 * @param number counts the frames of a capture from 1
 * @param time when, in nanoseconds since the capture's zero: the start of the run, or 1970 in captures of the real world
 * @param first the time of the capture's first frame
 * @param interfaceName where, such as "client eth0"; empty if the file does not say
 * @param link what the interface's frames share with those of the link's other end, such as "client eth0 – s1 p1": the
 *        point of view from which a conversation is followed
 * @param comments what else is known, such as who sent the message in it
 * @param bytes the bytes that were captured
 * @param originalLength how many bytes there were on the wire
 * @param fcsLength how many of the last bytes on the wire are the frame check sequence: 4, or 0 if it was not captured;
 *        {@link #UNKNOWN_FCS} if the file does not say
 * @param linkType what the bytes begin with, by the numbers of capture files: {@link #ETHERNET} ...
 */
public record CapturedFrame(int number, long time, long first, String interfaceName, String link, List<String> comments,
        byte[] bytes, int originalLength, int fcsLength, int linkType) {

    /** The link type of Ethernet. */
    public static final int ETHERNET = 1;
    /** The link type of WiFi: 802.11 frames as they are on the air. */
    public static final int WIFI = 105;
    /** The file does not say whether frames stand in it with their frame check sequence. */
    public static final int UNKNOWN_FCS = -1;

    /** The point of view of captures that say nothing about links. */
    static final String ONE_WIRE = "the wire";
    /** Bytes of Ethernet's frame check sequence. */
    static final int FCS_LENGTH = 4;

    public CapturedFrame {
        comments = List.copyOf(comments);
    }

    /** A frame of Ethernet. */
    public CapturedFrame(int number, long time, long first, String interfaceName, String link, List<String> comments,
            byte[] bytes, int originalLength, int fcsLength) {
        this(number, time, first, interfaceName, link, comments, bytes, originalLength, fcsLength, ETHERNET);
    }

    /** True if the capture holds only the frame's first bytes. */
    public boolean isCut() {
        return bytes.length < originalLength;
    }

    /**
     * A frame of a run, as it is written to a capture file.
     *
     * @param first when the trace's first frame was sent
     */
    public static CapturedFrame of(TracedFrame frame, long first) {
        byte[] bytes = frame.content().bytes();
        return new CapturedFrame(frame.number(), frame.sent(), first, frame.from().toString(),
                link(frame.from().toString(), frame.to().toString()), FrameComments.of(frame), bytes, bytes.length,
                FCS_LENGTH, linkType(frame.from()));
    }

    /** What the frames begin with that are sent there. */
    static int linkType(LinkEnd from) {
        return from.isAntenna() ? WIFI : ETHERNET;
    }

    /** The same for both directions. */
    static String link(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " – " + other : other + " – " + one;
    }
}
