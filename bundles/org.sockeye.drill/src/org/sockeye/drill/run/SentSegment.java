package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.stack.wire.TcpHeader;

/**
 * A segment that the stack sent, or several that belong together.
 *
 * @param datagram the last of the datagrams that brought it
 * @param header its header, PSH and FIN being those of its last piece
 * @param payload of all its pieces
 * @param pieces how many segments it was sent in
 * @param cut the length of each of them but the last
 */
record SentSegment(Datagram datagram, TcpHeader header, byte[] payload, int pieces, int cut) {

    /** Empty if the checksum is wrong or the header cannot be read. */
    static Optional<SentSegment> of(Datagram datagram) {
        byte[] bytes = datagram.payload();
        if (!TcpHeader.verify(datagram.source(), datagram.destination(), bytes, 0, bytes.length)) {
            return Optional.empty();
        }
        return TcpHeader.parse(bytes, 0, bytes.length).map(header -> new SentSegment(datagram, header,
                Arrays.copyOfRange(bytes, header.headerLength(), bytes.length), 1,
                bytes.length - header.headerLength()));
    }

    int length() {
        return payload.length;
    }

    /** True if {@code next} continues this one as the next cut of one large segment of {@code whole} bytes would. */
    boolean continuedBy(SentSegment next, int whole) {
        if (cut == 0 || next.length() != cut && length() + next.length() != whole || length() + next.length() > whole) {
            return false;
        }
        TcpHeader other = next.header;
        int loose = TcpHeader.FIN | TcpHeader.PSH | 0x80;
        return other.sequence() == header.sequence() + payload.length
                && (other.flags() | loose) == (header.flags() | loose)
                && !header.has(TcpHeader.FIN) && other.acknowledgment() == header.acknowledgment()
                && other.window() == header.window() && other.headerLength() == header.headerLength()
                && other.urgentPointer() == header.urgentPointer()
                && next.datagram.tos() == datagram.tos();
    }

    /** True if it was sent right behind {@code before}, as long as that and with the bytes that follow. */
    boolean followsAtOnce(SentSegment before) {
        return datagram.time() == before.datagram.time() && cut == before.cut && cut > 0
                && header.sequence() == before.header.sequence() + before.length();
    }

    /** Both as one. */
    SentSegment with(SentSegment next) {
        byte[] both = Arrays.copyOf(payload, payload.length + next.payload.length);
        System.arraycopy(next.payload, 0, both, payload.length, next.payload.length);
        TcpHeader whole = new TcpHeader(header.sourcePort(), header.destinationPort(), header.sequence(),
                header.acknowledgment(), header.headerLength(), header.flags() & ~TcpHeader.PSH | next.header.flags(),
                header.window(),
                0,
                header.urgentPointer(), header.options());
        return new SentSegment(next.datagram, whole, both, pieces + 1, cut);
    }
}
