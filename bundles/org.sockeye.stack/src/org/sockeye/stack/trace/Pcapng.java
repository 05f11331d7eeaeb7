package org.sockeye.stack.trace;

/**
 * The numbers of the pcapng file format (IETF draft "PCAP Now Generic (pcapng) Capture File Format") that reader and
 * writer share.
 */
final class Pcapng {

    static final int SECTION = 0x0a0d0d0a;
    static final int INTERFACE = 1;
    static final int OLD_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;

    static final int BYTE_ORDER = 0x1a2b3c4d;

    static final int OPTION_END = 0;
    static final int COMMENT = 1;
    static final int SECTION_APPLICATION = 4;
    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_DESCRIPTION = 3;
    static final int INTERFACE_RESOLUTION = 9;
    static final int INTERFACE_FCS_LENGTH = 13;
    static final int INTERFACE_TIME_OFFSET = 14;
    static final int PACKET_FLAGS = 2;

    /** Of the packet flags: the frame was sent, not received, by the interface. */
    static final int OUTBOUND = 2;

    static final int ETHERNET = 1;

    /** Between the two ends in the description of an interface of ours. */
    static final String TOWARDS = " → ";

    private Pcapng() {
    }

    /** Rounds up to whole words of four bytes. */
    static int padded(int length) {
        return length + 3 & ~3;
    }
}
