package org.sockeye.stack.network;

import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Which of several equally good routes a datagram takes (RFC 2991). */
public enum PathChoice {

    /** All of one flow by the same one, so that they stay in order; which one, addresses and ports decide. */
    PER_FLOW {
        @Override
        int choose(Ipv4Header header, byte[] bytes, int segment, int paths, int sent) {
            int hash = header.source().bits() * 31 + header.destination().bits();
            boolean ports = header.protocol() == TcpHeader.PROTOCOL || header.protocol() == UdpHeader.PROTOCOL;
            hash = hash * 31 + header.protocol();
            if (ports && !header.isFragment() && bytes.length >= segment + 4) {
                hash = hash * 31 + word(bytes, segment);
                hash = hash * 31 + word(bytes, segment + 2);
            }
            // Spreads what differs in the lowest bits only, as the ports of one program's sockets do.
            hash *= 0x9e3779b9;
            return Integer.remainderUnsigned(hash >>> 16, paths);
        }
    },

    /** One after the other in turn: they may overtake each other. */
    PER_PACKET {
        @Override
        int choose(Ipv4Header header, byte[] bytes, int segment, int paths, int sent) {
            return Integer.remainderUnsigned(sent, paths);
        }
    };

    /**
     * The number of the path to take, from 0.
     *
     * @param bytes what holds the payload
     * @param segment where the payload starts in them
     * @param sent how many datagrams had a choice before
     */
    abstract int choose(Ipv4Header header, byte[] bytes, int segment, int paths, int sent);

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
