package org.sockeye.stack.network.nat;

import org.sockeye.stack.wire.Checksum;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/**
 * A copy of a datagram's bytes with other addresses and ports. Checksums are mended by what changes (RFC 1624), so that a
 * wrong one stays wrong.
 */
final class Rewriting {

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int CHECKSUM = 10;
    private static final int NONE = -1;

    private final byte[] bytes;
    private final int header;
    private final int segment;
    private final int protocol;

    /**
     * To be changed in place.
     *
     * @param bytes the copy
     * @param at where {@code header} stands in it
     */
    Rewriting(byte[] bytes, Ipv4Header header, int at) {
        this.bytes = bytes;
        this.header = at;
        this.segment = at + header.headerLength();
        this.protocol = header.protocol();
    }

    /** Changes who sent it. */
    Rewriting source(Endpoint other) {
        address(SOURCE, other.address());
        port(protocol == IcmpMessage.PROTOCOL ? 4 : 0, other.port());
        return this;
    }

    /** Changes whom it is for. */
    Rewriting destination(Endpoint other) {
        address(DESTINATION, other.address());
        port(protocol == IcmpMessage.PROTOCOL ? 4 : 2, other.port());
        return this;
    }

    /** Changes the address of the sender, who has no port. */
    Rewriting source(IpAddress other) {
        address(SOURCE, other);
        return this;
    }

    /** Changes the address of the receiver, who has no port. */
    Rewriting destination(IpAddress other) {
        address(DESTINATION, other);
        return this;
    }

    private void address(int field, IpAddress other) {
        byte[] address = other.toBytes();
        int pseudoHeader = protocol == IcmpMessage.PROTOCOL ? NONE : transportChecksum();
        for (int i = 0; i < address.length; i += 2) {
            int at = header + field + i;
            int word = (address[i] & 0xff) << 8 | address[i + 1] & 0xff;
            mend(pseudoHeader, word(at), word);
            mend(header + CHECKSUM, word(at), word);
            put(at, word);
        }
    }

    private void port(int field, int port) {
        int at = segment + field;
        mend(transportChecksum(), word(at), port);
        put(at, port);
    }

    /** Where the checksum over the ports stands; {@link #NONE} also where an error did not quote so much. */
    private int transportChecksum() {
        int at = segment + switch (protocol) {
            case TcpHeader.PROTOCOL -> 16;
            case UdpHeader.PROTOCOL -> 6;
            default -> 2;
        };
        boolean none = at + 2 > bytes.length || protocol == UdpHeader.PROTOCOL && word(at) == 0;
        return none ? NONE : at;
    }

    private void mend(int checksum, int before, int after) {
        if (checksum != NONE) {
            int mended = Checksum.update(word(checksum), before, after);
            boolean means = mended == 0 && protocol == UdpHeader.PROTOCOL && checksum != header + CHECKSUM;
            // In UDP, zero would mean that there is none (RFC 768).
            put(checksum, means ? 0xffff : mended);
        }
    }

    private int word(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private void put(int at, int word) {
        bytes[at] = (byte) (word >> 8);
        bytes[at + 1] = (byte) word;
    }
}
