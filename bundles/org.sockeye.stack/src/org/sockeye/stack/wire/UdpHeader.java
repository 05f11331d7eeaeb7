package org.sockeye.stack.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The UDP header (RFC 768).
 *
 * <pre>
 *   0      7 8     15 16    23 24    31
 *  +--------+--------+--------+--------+
 *  |   source port   | destination port|
 *  +--------+--------+--------+--------+
 *  |     length      |    checksum     |
 *  +--------+--------+--------+--------+
 * </pre>
 *
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param length bytes of header and payload
 * @param checksum 0 if the sender computed none
 */
public record UdpHeader(int sourcePort, int destinationPort, int length, int checksum) {

    public static final int PROTOCOL = 17;
    public static final int LENGTH = 8;

    private static final Field SOURCE_PORT = new Field("udp.srcport", "Source Port", 0, 16, Format.DECIMAL,
            "The sending process's port, where answers go. RFC 768.");
    private static final Field DESTINATION_PORT = new Field("udp.dstport", "Destination Port", 16, 16, Format.DECIMAL,
            "The port of the process this datagram is for; the receiving host picks the socket by it. RFC 768.");
    private static final Field TOTAL_LENGTH = new Field("udp.length", "Length", 32, 16, Format.DECIMAL,
            "Bytes of this header (8) and the payload together. RFC 768.");
    private static final Field CHECKSUM = new Field("udp.checksum", "Checksum", 48, 16, Format.HEX,
            "Covers the payload, this header and both IP addresses, so that a changed bit or a misdelivery is noticed. "
                    + "RFC 768.");
    private static final FieldTable TABLE = new FieldTable(SOURCE_PORT, DESTINATION_PORT, TOTAL_LENGTH, CHECKSUM);

    /** The fields that it may have. */
    public static List<Field> fields() {
        return TABLE.fields();
    }

    /** Reads the header; empty if {@code length} bytes cannot hold the datagram or it contradicts itself. */
    public static Optional<UdpHeader> parse(byte[] bytes, int offset, int length) {
        return parseQuoted(bytes, offset, length).filter(header -> header.length <= length);
    }

    /** Reads the header of a datagram of which an ICMP error quotes only the first {@code length} bytes. */
    public static Optional<UdpHeader> parseQuoted(byte[] bytes, int offset, int length) {
        if (length < LENGTH || TOTAL_LENGTH.read(bytes, offset) < LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new UdpHeader((int) SOURCE_PORT.read(bytes, offset),
                (int) DESTINATION_PORT.read(bytes, offset), (int) TOTAL_LENGTH.read(bytes, offset),
                (int) CHECKSUM.read(bytes, offset)));
    }

    /** The header for {@code payload}, with its checksum. */
    public static byte[] emit(IpAddress source, int sourcePort, IpAddress destination, int destinationPort,
            byte[] payload) {
        byte[] header = new byte[LENGTH];
        int length = LENGTH + payload.length;
        SOURCE_PORT.write(header, 0, sourcePort);
        DESTINATION_PORT.write(header, 0, destinationPort);
        TOTAL_LENGTH.write(header, 0, length);
        int checksum = new Checksum().addPseudoHeader(source, destination, PROTOCOL, length).add(header, 0, LENGTH)
                .add(payload, 0, payload.length).value();
        CHECKSUM.write(header, 0, checksum == 0 ? 0xffff : checksum);
        return header;
    }

    /** True if the checksum is right, or was not computed by the sender. */
    public boolean verify(IpAddress source, IpAddress destination, byte[] bytes, int offset) {
        return checksum == 0 || checksum(source, destination, bytes, offset).value() == 0;
    }

    private Checksum checksum(IpAddress source, IpAddress destination, byte[] bytes, int offset) {
        return new Checksum().addPseudoHeader(source, destination, PROTOCOL, length).add(bytes, offset, length);
    }

    /** The header as a layer of a dissected frame; {@code source} and {@code destination} are the datagram's. */
    public Envelope describe(byte[] frame, int offset, IpAddress source, IpAddress destination) {
        List<String> problems = verify(source, destination, frame, offset) ? List.of()
                : List.of(Checksum.problem(checksum, rightChecksum(source, destination, frame, offset)));
        return new Envelope(Layer.TRANSPORT, "UDP", "udp", summary(), offset, LENGTH, length - LENGTH, 0,
                TABLE.describe(frame, offset), problems);
    }

    /** Such as "49152 → 53 Len=24". */
    public String summary() {
        return sourcePort + " → " + destinationPort + " Len=" + (length - LENGTH);
    }

    private int rightChecksum(IpAddress source, IpAddress destination, byte[] frame, int offset) {
        byte[] copy = Arrays.copyOfRange(frame, offset, offset + length);
        CHECKSUM.write(copy, 0, 0);
        int right = checksum(source, destination, copy, 0).value();
        return right == 0 ? 0xffff : right;
    }
}
