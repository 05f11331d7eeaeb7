package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockeye.stack.wire.Field.Format;

/**
 * The TCP header (RFC 9293, section 3.1).
 *
 * <pre>
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +-------------------------------+-------------------------------+
 *  |          source port          |       destination port        |
 *  +-------------------------------+-------------------------------+
 *  |                        sequence number                        |
 *  +---------------------------------------------------------------+
 *  |                     acknowledgment number                     |
 *  +-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
 *  |header | re- |A|C|E|U|A|P|R|S|F|                               |
 *  |length |serv.|E|W|C|R|C|S|S|Y|I|            window             |
 *  |       |     | |R|E|G|K|H|T|N|N|                               |
 *  +-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
 *  |           checksum            |        urgent pointer         |
 *  +-------------------------------+-------------------------------+
 *  |                      options (0 to 40 bytes)                  |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param sequence all 32 bits
 * @param acknowledgment all 32 bits
 * @param headerLength bytes, options included: 20 to 60
 * @param flags the lower nine bits: {@link #FIN}, {@link #SYN} and so on
 * @param window as it stands on the wire, not scaled
 * @param checksum as it stands on the wire
 * @param urgentPointer as it stands on the wire
 * @param options those that could be read, in order
 */
public record TcpHeader(int sourcePort, int destinationPort, int sequence, int acknowledgment, int headerLength,
        int flags,
        int window, int checksum, int urgentPointer, List<TcpOption> options) {

    public static final int PROTOCOL = 6;
    /** Bytes without options. */
    public static final int LENGTH = 20;

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private static final Field SOURCE_PORT = new Field("tcp.srcport", "Source Port", 0, 16, Format.DECIMAL,
            "The sending process's port, where answers go. RFC 9293, section 3.1.");
    private static final Field DESTINATION_PORT = new Field("tcp.dstport", "Destination Port", 16, 16, Format.DECIMAL,
            "The receiving process's port; with both addresses and the source port it names the connection. RFC 9293, "
                    + "section 3.1.");
    private static final Field SEQUENCE = new Field("tcp.seq_raw", "Sequence Number (raw)", 32, 32, Format.DECIMAL,
            "The number of the first byte of payload. Each connection starts counting at a number of its own; SYN and FIN "
                    + "count one. RFC 9293, section 3.4.");
    private static final Field ACKNOWLEDGMENT = new Field("tcp.ack_raw", "Acknowledgment Number (raw)", 64, 32,
            Format.DECIMAL, "The number of the byte expected next: all before it have arrived. Counts if ACK is set. "
                    + "RFC 9293, section 3.4.");
    private static final Field DATA_OFFSET = new Field("tcp.hdr_len", "Header Length", 96, 4, Format.DECIMAL,
            "Where the payload starts; on the wire in units of four bytes. RFC 9293, section 3.1.");
    private static final Field FLAGS = new Field("tcp.flags", "Flags", 100, 12, Format.HEX,
            "What kind of segment this is. RFC 9293, section 3.1.");
    private static final Field WINDOW = new Field("tcp.window_size_value", "Window", 112, 16, Format.DECIMAL,
            "How many more bytes the sender of this segment is ready to receive, before scaling: flow control. RFC 9293, "
                    + "section 3.8.6.");
    private static final Field CHECKSUM = new Field("tcp.checksum", "Checksum", 128, 16, Format.HEX,
            "Covers the payload, this header and both IP addresses, so that a changed bit or a misdelivery is noticed. "
                    + "RFC 9293, section 3.1.");
    private static final Field URGENT_POINTER = new Field("tcp.urgent_pointer", "Urgent Pointer", 144, 16,
            Format.DECIMAL,
            "Where urgent data ends, if URG is set. Hardly used. RFC 6093.");
    private static final Field OPTIONS = new Field("tcp.options", "Options", 160, 0, Format.BYTES,
            "What the fixed header has no room for. RFC 9293, section 3.2.");
    private static final FieldTable TABLE = new FieldTable(SOURCE_PORT, DESTINATION_PORT, SEQUENCE, ACKNOWLEDGMENT,
            DATA_OFFSET, FLAGS,
            new Field("tcp.flags.res", "Reserved", 100, 3, Format.DECIMAL, "Zero. RFC 9293, section 3.1."),
            flag("ae", "Accurate ECN", 103, "Part of a finer congestion feedback."),
            flag("cwr", "Congestion Window Reduced", 104, "I have slowed down, as you asked by ECE. RFC 3168."),
            flag("ece", "ECN-Echo", 105, "A router on the way marked your packet: congestion. RFC 3168."),
            flag("urg", "Urgent", 106, "The urgent pointer counts. RFC 6093."),
            flag("ack", "Acknowledgment", 107, "The acknowledgment number counts; set in all segments but the first."),
            flag("push", "Push", 108,
                    "Hand what you have to the program now: a write ends here. RFC 9293, section 3.9.1."),
            flag("reset", "Reset", 109, "There is no such connection (any more). RFC 9293, section 3.5.2."),
            flag("syn", "Syn", 110, "Opens: my numbers start here. RFC 9293, section 3.5."),
            flag("fin", "Fin", 111, "I have nothing more to send. RFC 9293, section 3.6."),
            WINDOW, CHECKSUM, URGENT_POINTER);

    public TcpHeader {
        options = List.copyOf(options);
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(OPTIONS), TcpOptionFields.fields());
    }

    /** A header to be emitted; its checksum is filled in by {@link #seal}. */
    public static TcpHeader of(int sourcePort, int destinationPort, int sequence, int acknowledgment, int flags,
            int window,
            List<TcpOption> options) {
        int length = LENGTH;
        for (TcpOption option : options) {
            length += option.length();
        }
        return new TcpHeader(sourcePort, destinationPort, sequence, acknowledgment, (length + 3) / 4 * 4, flags, window,
                0, 0,
                options);
    }

    /** The same with another urgent pointer, 0 to 65535. */
    public TcpHeader withUrgentPointer(int pointer) {
        return pointer == urgentPointer ? this
                : new TcpHeader(sourcePort, destinationPort, sequence, acknowledgment, headerLength, flags, window,
                        checksum, pointer, options);
    }

    /** Reads the header; empty if {@code length} bytes cannot hold it or contradict it. */
    public static Optional<TcpHeader> parse(byte[] bytes, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        int headerLength = (int) DATA_OFFSET.read(bytes, offset) * 4;
        if (headerLength < LENGTH || headerLength > length) {
            return Optional.empty();
        }
        return Optional
                .of(new TcpHeader((int) SOURCE_PORT.read(bytes, offset), (int) DESTINATION_PORT.read(bytes, offset),
                        (int) SEQUENCE.read(bytes, offset), (int) ACKNOWLEDGMENT.read(bytes, offset), headerLength,
                        (int) FLAGS.read(bytes, offset) & 0x1ff, (int) WINDOW.read(bytes, offset),
                        (int) CHECKSUM.read(bytes, offset), (int) URGENT_POINTER.read(bytes, offset),
                        TcpOption.parse(bytes, offset + LENGTH, offset + headerLength)));
    }

    /** A segment that begins with this header and has room for a payload; {@link #seal} it when that is filled in. */
    public byte[] emit(int payloadLength) {
        byte[] segment = new byte[headerLength + payloadLength];
        write(segment, 0);
        return segment;
    }

    /** Writes the header into an array; its checksum field is to be filled in by {@link #seal}. */
    public void write(byte[] segment, int offset) {
        SOURCE_PORT.write(segment, offset, sourcePort);
        DESTINATION_PORT.write(segment, offset, destinationPort);
        SEQUENCE.write(segment, offset, sequence);
        ACKNOWLEDGMENT.write(segment, offset, acknowledgment);
        DATA_OFFSET.write(segment, offset, headerLength / 4);
        FLAGS.write(segment, offset, flags);
        WINDOW.write(segment, offset, window);
        CHECKSUM.write(segment, offset, checksum);
        URGENT_POINTER.write(segment, offset, urgentPointer);
        int at = offset + LENGTH;
        for (TcpOption option : options) {
            at = option.write(segment, at);
        }
        while (at < offset + headerLength) {
            at = new TcpOption.NoOperation().write(segment, at);
        }
    }

    /** Writes the checksum of a whole segment whose checksum field is zero. */
    public static void seal(IpAddress source, IpAddress destination, byte[] segment) {
        seal(source, destination, segment, 0, segment.length);
    }

    /** The same for a segment of {@code length} bytes among others. */
    public static void seal(IpAddress source, IpAddress destination, byte[] bytes, int offset, int length) {
        CHECKSUM.write(bytes, offset, sum(source, destination, bytes, offset, length));
    }

    /** True if the checksum of the segment of {@code length} bytes is right. */
    public static boolean verify(IpAddress source, IpAddress destination, byte[] bytes, int offset, int length) {
        return sum(source, destination, bytes, offset, length) == 0;
    }

    private static int sum(IpAddress source, IpAddress destination, byte[] bytes, int offset, int length) {
        return new Checksum().addPseudoHeader(source, destination, PROTOCOL, length).add(bytes, offset, length).value();
    }

    /** True if one of the bits of {@code flag} is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /**
     * The header as a layer of a dissected frame.
     *
     * @param length bytes of the whole segment
     * @param source the datagram's source
     * @param destination the datagram's destination
     */
    public Envelope describe(byte[] frame, int offset, int length, IpAddress source, IpAddress destination) {
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, offset));
        fields.replaceAll(this::inWords);
        List<String> problems = new ArrayList<>();
        if (!verify(source, destination, frame, offset, length)) {
            problems.add("bad checksum");
        }
        if (headerLength > LENGTH) {
            int start = offset + LENGTH;
            fields.add(FieldTable.value(OPTIONS, frame, start * 8, (headerLength - LENGTH) * 8));
            fields.addAll(TcpOptionFields.describe(frame, start, offset + headerLength, problems));
        }
        int payload = length - headerLength;
        String summary = summary(Integer.toUnsignedLong(sequence), Integer.toUnsignedLong(acknowledgment), window,
                payload);
        return new Envelope(Layer.TRANSPORT, "TCP", "tcp", summary, offset, headerLength, payload, 0, fields, problems);
    }

    private FieldValue inWords(FieldValue raw) {
        if (raw.field() == DATA_OFFSET) {
            return new FieldValue(raw.field(), (long) headerLength, headerLength + " bytes", raw.bitOffset(),
                    raw.bitLength());
        } else if (raw.field() == FLAGS) {
            return new FieldValue(raw.field(), raw.value(), raw.text() + " (" + flagNames() + ")", raw.bitOffset(),
                    raw.bitLength());
        }
        return raw;
    }

    /** Such as "PSH, ACK". */
    public String flagNames() {
        StringJoiner names = new StringJoiner(", ");
        String[] byBit = { "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE" };
        for (int bit = 0; bit < byBit.length; bit++) {
            if (has(1 << bit)) {
                names.add(byBit[bit]);
            }
        }
        return names.length() == 0 ? "none" : names.toString();
    }

    /**
     * Such as "49152 → 6789 [PSH, ACK] Seq=1 Ack=1 Win=64240 Len=13".
     *
     * @param shownSequence the sequence number as it is to be shown: raw, or relative to the first one
     * @param shownAcknowledgment likewise
     * @param shownWindow likewise: raw, or scaled
     * @param payloadLength bytes of payload
     */
    public String summary(long shownSequence, long shownAcknowledgment, long shownWindow, int payloadLength) {
        return sourcePort + " → " + destinationPort + " [" + flagNames() + "] Seq=" + shownSequence
                + (has(ACK) ? " Ack=" + shownAcknowledgment : "") + " Win=" + shownWindow + " Len=" + payloadLength;
    }

    private static Field flag(String name, String label, int bit, String meaning) {
        return new Field("tcp.flags." + name, label, bit, 1, Format.FLAG, meaning);
    }
}
