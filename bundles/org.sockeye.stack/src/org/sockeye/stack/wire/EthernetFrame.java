package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.sockeye.stack.wire.Field.Format;

/**
 * The header and trailer of an Ethernet II frame (IEEE 802.3, section 3; RFC 894).
 *
 * <pre>
 *  +-------------+-------------+--------+------------------+---------+-------+
 *  | destination |   source    |  type  |     payload      | padding |  FCS  |
 *  |   6 bytes   |   6 bytes   |   2    |   up to 1500     |  to 60  |   4   |
 *  +-------------+-------------+--------+------------------+---------+-------+
 * </pre>
 *
 * <p>The frame check sequence is the CRC-32 of everything before it, sent with its lowest byte first. The preamble is
 * the physical layer's and no part of the frame.
 *
 * @param destination the interface that is to take the frame
 * @param source the interface that sent it
 * @param type what the payload is: {@link #IPV4} or {@link #ARP}, as a rule
 */
public record EthernetFrame(MacAddress destination, MacAddress source, int type) {

    /** Bytes before the payload. */
    public static final int HEADER_LENGTH = 14;
    /** Bytes of the frame check sequence. */
    public static final int FCS_LENGTH = 4;
    /** A frame has at least this many bytes, its FCS included; shorter payloads are padded. */
    public static final int MINIMUM_LENGTH = 64;
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int IPV6 = 0x86dd;

    private static final int RESIDUE = 0x2144df1c;

    private static final Field DESTINATION = new Field("eth.dst", "Destination", 0, 48, Format.MAC,
            "The interface on this link that the frame is for; all ones means every interface. IEEE 802.3, section "
                    + "3.2.4.");
    private static final Field SOURCE = new Field("eth.src", "Source", 48, 48, Format.MAC,
            "The interface that put the frame on this link; changes at every router. IEEE 802.3, section 3.2.5.");
    private static final Field TYPE = new Field("eth.type", "Type", 96, 16, Format.HEX,
            "Which protocol the payload belongs to: 0x0800 IPv4, 0x0806 ARP. IEEE 802.3, section 3.2.6.");
    private static final FieldTable TABLE = new FieldTable(DESTINATION, SOURCE, TYPE);
    private static final Field PADDING = new Field("eth.padding", "Padding", 0, 0, Format.BYTES,
            "Zeros that bring a short frame to the 64 bytes that collision detection needs. IEEE 802.3, section "
                    + "3.2.8.");
    private static final Field TRAILER = new Field("eth.trailer", "Trailer", 0, 0, Format.BYTES,
            "Bytes that nobody needs: neither payload nor padding.");
    private static final Field FCS = new Field("eth.fcs", "Frame Check Sequence", 0, 32, Format.HEX,
            "CRC-32 of the whole frame; a frame whose bits changed on the way is dropped by it. IEEE 802.3, section "
                    + "3.2.9.");

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(PADDING, TRAILER, FCS));
    }

    /** Reads the header; empty if the frame has no room for header and FCS. */
    public static Optional<EthernetFrame> parse(byte[] frame) {
        if (frame.length < HEADER_LENGTH + FCS_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new EthernetFrame(MacAddress.of(frame, 0), MacAddress.of(frame, 6),
                (int) TYPE.read(frame, 0)));
    }

    /** The whole frame around {@code payload}: header, padding and FCS. */
    public byte[] emit(byte[] payload) {
        byte[] frame = new byte[HEADER_LENGTH + payload.length + trailer(payload.length)];
        System.arraycopy(payload, 0, frame, HEADER_LENGTH, payload.length);
        seal(frame, 0, frame.length);
        return frame;
    }

    /** A frame that came without padding and FCS, with both. */
    public static byte[] seal(byte[] bare) {
        byte[] frame = Arrays.copyOf(bare, Math.max(bare.length + FCS_LENGTH, MINIMUM_LENGTH));
        putFcs(frame);
        return frame;
    }

    /** How many bytes padding and FCS take behind a payload of {@code payloadLength} bytes. */
    public static int trailer(int payloadLength) {
        return Math.max(FCS_LENGTH, MINIMUM_LENGTH - HEADER_LENGTH - payloadLength);
    }

    /** Writes header and FCS around the payload of a frame of {@code length} bytes, padding included. */
    public void seal(byte[] bytes, int offset, int length) {
        DESTINATION.write(bytes, offset, destination.bits());
        SOURCE.write(bytes, offset, source.bits());
        TYPE.write(bytes, offset, type);
        int end = offset + length - FCS_LENGTH;
        FCS.write(bytes, end, fcs(bytes, offset, end));
    }

    /** The type of a frame that has room for one. */
    public static int type(byte[] frame) {
        return (frame[12] & 0xff) << 8 | frame[13] & 0xff;
    }

    /** Gives a frame that has been written or changed the right FCS, in its last four bytes. */
    public static void putFcs(byte[] frame) {
        FCS.write(frame, frame.length - FCS_LENGTH, rightFcs(frame));
    }

    /** True if the frame has the right FCS. */
    public static boolean verify(byte[] frame) {
        // What follows from how the sequence is made: the CRC over frame and sequence is the same for all right frames.
        return frame.length >= FCS_LENGTH && (int) crc(frame, 0, frame.length) == RESIDUE;
    }

    private static long rightFcs(byte[] frame) {
        return fcs(frame, 0, frame.length - FCS_LENGTH);
    }

    private static long fcs(byte[] bytes, int from, int to) {
        return Integer.reverseBytes((int) crc(bytes, from, to)) & 0xffff_ffffL;
    }

    private static long crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    /**
     * Header and trailer as a layer of a dissected frame.
     *
     * @param payloadLength how many bytes the layer above says are its own; what follows them is padding
     */
    public Envelope describe(byte[] frame, int payloadLength) {
        int end = frame.length - FCS_LENGTH;
        int padding = HEADER_LENGTH + payloadLength;
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, 0,
                value -> value.field() == TYPE ? value.meaning(typeName(type)) : value));
        int padded = Math.min(end, Math.max(padding, MINIMUM_LENGTH - FCS_LENGTH));
        if (padding < padded) {
            fields.add(FieldTable.value(PADDING, frame, padding * 8, (padded - padding) * 8));
        }
        if (padded < end) {
            fields.add(FieldTable.value(TRAILER, frame, padded * 8, (end - padded) * 8));
        }
        fields.add(FieldTable.value(FCS, frame, end * 8, FCS_LENGTH * 8));
        List<String> problems = verify(frame) ? List.of() : List.of(String.format(
                "bad frame check sequence 0x%08x, should be 0x%08x", FCS.read(frame, end), rightFcs(frame)));
        return new Envelope(Layer.LINK, "Ethernet", "eth", source + " → " + destination, 0, HEADER_LENGTH,
                payloadLength, frame.length - padding, fields, problems);
    }

    static String typeName(int type) {
        return switch (type) {
            case IPV4 -> "IPv4";
            case ARP -> "ARP";
            case IPV6 -> "IPv6";
            case VlanTag.TYPE -> "802.1Q";
            default -> "unknown";
        };
    }
}
