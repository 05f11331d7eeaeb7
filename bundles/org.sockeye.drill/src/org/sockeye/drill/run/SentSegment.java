package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.wire.TcpHeader;

/**
 * A segment that the stack sent, or several that belong together.
 *
 * @param datagram the last of the datagrams that brought it
 * @param header its header, the flags being those of all its pieces
 * @param payload of all its pieces
 * @param pieces how many segments it was sent in
 */
record SentSegment(Datagram datagram, TcpHeader header, byte[] payload, int pieces) {

    /** Empty if the checksum is wrong or the header cannot be read. */
    static Optional<SentSegment> of(Datagram datagram) {
        byte[] bytes = datagram.payload();
        if (!TcpHeader.verify(datagram.source(), datagram.destination(), bytes, 0, bytes.length)) {
            return Optional.empty();
        }
        return TcpHeader.parse(bytes, 0, bytes.length).map(header -> new SentSegment(datagram, header,
                Arrays.copyOfRange(bytes, header.headerLength(), bytes.length), 1));
    }

    int length() {
        return payload.length;
    }

    /** True if {@code next} continues this one as the next cut of one large segment would. */
    boolean continuedBy(SentSegment next) {
        TcpHeader other = next.header;
        int loose = TcpHeader.FIN | TcpHeader.PSH | 0x80;
        return other.sequence() == header.sequence() + payload.length
                && (other.flags() | loose) == (header.flags() | loose)
                && !header.has(TcpHeader.FIN) && other.acknowledgment() == header.acknowledgment()
                && other.window() == header.window() && other.headerLength() == header.headerLength()
                && other.urgentPointer() == header.urgentPointer() && next.length() > 0
                && next.datagram.tos() == datagram.tos();
    }

    /** Both as one. */
    SentSegment with(SentSegment next) {
        byte[] both = Arrays.copyOf(payload, payload.length + next.payload.length);
        System.arraycopy(next.payload, 0, both, payload.length, next.payload.length);
        TcpHeader whole = new TcpHeader(header.sourcePort(), header.destinationPort(), header.sequence(),
                header.acknowledgment(), header.headerLength(), header.flags() | next.header.flags(), header.window(),
                0,
                header.urgentPointer(), header.options());
        return new SentSegment(next.datagram, whole, both, pieces + 1);
    }
}
