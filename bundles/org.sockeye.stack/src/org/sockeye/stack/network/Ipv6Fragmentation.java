package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Fragment;
import org.sockeye.stack.wire.Ipv6Header;

/** Cuts packets too large for their way at their source, and puts those that arrive together (RFC 8200, section 4.5). */
final class Ipv6Fragmentation {

    /** How long the fragments of a packet wait for one another, in nanoseconds. */
    static final long PATIENCE = 60_000_000_000L;

    private static final int LONGEST = 65535;

    private final Icmpv6 icmp;
    private final Reassembler reassembler;
    private int identification;

    Ipv6Fragmentation(String device, EventQueue events, Trace trace, Icmpv6 icmp) {
        this.icmp = icmp;
        this.reassembler = Reassembler.ofIpv6(device, events, trace, PATIENCE,
                first -> icmp.error(first, Icmpv6Message.TIME_EXCEEDED, Icmpv6Message.REASSEMBLY_EXCEEDED, 0));
    }

    /**
     * The fragments; packets of their own from here on.
     *
     * @param header of the whole packet, which has no extension headers
     * @param maximum the largest packet that the way takes, in bytes
     */
    List<Content> cut(Ipv6Header header, Content segment, int maximum) {
        int step = (maximum - Ipv6Header.LENGTH - Ipv6Fragment.LENGTH) / 8 * 8;
        int length = segment.bytes().length;
        int number = ++identification;
        List<Content> fragments = new ArrayList<>();
        for (int start = 0; start < length; start += step) {
            int size = Math.min(step, length - start);
            Ipv6Fragment part = new Ipv6Fragment(header.nextHeader(), start, start + size < length, number);
            Ipv6Header own = header.before(Ipv6Fragment.PROTOCOL, Ipv6Fragment.LENGTH + size);
            fragments.add(segment.part(start, size).arrivedIn(0).behind(part.emit()).behind(own.emit()));
        }
        return fragments;
    }

    /**
     * Takes a fragment; gives the whole packet if this was the last piece of it, without what stood before the fragment
     * headers, as that has been obeyed.
     */
    Optional<Content> add(Ipv6Header header, Ipv6Chain chain, Content packet) {
        Ipv6Fragment fragment = chain.fragment().orElseThrow();
        int start = chain.offset();
        int length = packet.bytes().length - start;
        if (fragment.more() && length % 8 != 0) {
            icmp.error(packet, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.ERRONEOUS_FIELD,
                    Ipv6Header.PAYLOAD_LENGTH_OFFSET);
        } else if (fragment.offset() + length > LONGEST) {
            icmp.error(packet, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.ERRONEOUS_FIELD,
                    start - Ipv6Fragment.LENGTH + Ipv6Fragment.OFFSET_OFFSET);
        }
        Reassembler.Key key = new Reassembler.Key(header.source(), header.destination(), 0,
                fragment.identification());
        return reassembler.add(key, fragment.offset(), fragment.more(), packet.part(start, length), packet)
                .map(whole -> whole.behind(header.before(fragment.nextHeader(), whole.bytes().length).emit()));
    }
}
