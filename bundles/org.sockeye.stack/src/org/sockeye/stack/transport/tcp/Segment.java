package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.TcpHeader;

/**
 * A segment that arrived, with numbers that do not wrap.
 *
 * @param sequence of the first byte, or of the SYN
 * @param acknowledgment the byte expected next; meaningless without ACK
 * @param header as it stood on the wire
 * @param content header and payload
 * @param congestion the mark of the datagram: 0 cannot bear one, 1 and 2 can, 3 met congestion (RFC 3168)
 */
record Segment(long sequence, long acknowledgment, TcpHeader header, Content content, int congestion) {

    boolean has(int flag) {
        return header.has(flag);
    }

    /** What holds the payload. */
    byte[] bytes() {
        return content.array();
    }

    /** Where in {@link #bytes} it starts. */
    int payloadOffset() {
        return content.offset() + header.headerLength();
    }

    int payloadLength() {
        return content.length() - header.headerLength();
    }

    /** How many sequence numbers it takes: SYN and FIN count one each. */
    int length() {
        return payloadLength() + (has(TcpHeader.SYN) ? 1 : 0) + (has(TcpHeader.FIN) ? 1 : 0);
    }

    /** The sequence number behind it. */
    long end() {
        return sequence + length();
    }
}
