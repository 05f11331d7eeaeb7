package org.sockeye.stack.network;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.nat.Nat;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Header;

/** What makes a device a router: it hands on datagrams that are for others (RFC 1812, section 5), translated if need be. */
final class Forwarder {

    private final String device;
    private final Ways ways;
    private final Icmp icmp;
    private final EventQueue events;
    private final Trace trace;
    private final Reassembler fragments;
    private @Nullable Nat nat;
    private String outside = "";

    Forwarder(String device, Ways ways, Icmp icmp, EventQueue events, Trace trace) {
        this.device = device;
        this.ways = ways;
        this.icmp = icmp;
        this.events = events;
        this.trace = trace;
        this.fragments = new Reassembler(device, events, trace, first -> {
            // The receiver was not to know that this router put the datagram together; nobody is told.
        });
    }

    /** Translates what leaves by the interface of that name. */
    void translate(String port, Nat translation) {
        outside = port;
        nat = translation;
    }

    /**
     * Translates back what is for the outer address but for somebody inside, and hands it on.
     *
     * @return false if it is for this router after all
     */
    boolean translateBack(NetworkInterface from, Ipv4Header header, Content datagram) {
        Nat translation = nat;
        if (translation == null || !header.destination().equals(translation.outside())) {
            return false;
        }
        Content whole = whole(header, datagram);
        if (whole == null) {
            return true;
        }
        Ipv4Header of = read(whole);
        boolean coming = from.name().equals(outside);
        Content inner = coming ? translation.inbound(of, whole) : translation.hairpin(of, whole);
        if (inner == null) {
            return false;
        }
        hand(from, read(inner), inner, whole);
        return true;
    }

    /** Hands on a datagram that arrived at the interface {@code from}. */
    void forward(NetworkInterface from, Ipv4Header header, Content datagram) {
        hand(from, header, datagram, datagram);
    }

    /** {@code seen} is the datagram as its sender knows it: what an error must quote. */
    private void hand(NetworkInterface from, Ipv4Header header, Content datagram, Content seen) {
        if (header.ttl() <= 1) {
            drop(datagram, "TTL expired");
            icmp.error(seen, IcmpMessage.TIME_EXCEEDED, IcmpMessage.TTL_EXCEEDED, 0);
            return;
        }
        Way way = ways.to(header, datagram.array(), datagram.offset() + header.headerLength());
        if (way == null || way.broadcast()) {
            drop(datagram, "no route to " + header.destination());
            icmp.error(seen, IcmpMessage.UNREACHABLE, IcmpMessage.NETWORK_UNREACHABLE, 0);
            return;
        }
        if (header.dontFragment() && header.totalLength() > way.maximumDatagram()) {
            drop(datagram, "too large for the next link, and not to be fragmented");
            icmp.error(seen, IcmpMessage.UNREACHABLE, IcmpMessage.FRAGMENTATION_NEEDED, way.maximumDatagram());
            return;
        }
        Nat translation = nat;
        if (translation == null || !way.port().name().equals(outside) || from.name().equals(outside)) {
            pass(header, datagram, way);
            return;
        }
        Content whole = whole(header, datagram);
        Content outer = whole == null ? null : translation.outbound(read(whole), whole);
        if (outer != null) {
            pass(read(outer), outer, way);
        }
    }

    private static void pass(Ipv4Header header, Content datagram, Way way) {
        Content own = datagram.copy();
        way.send(header.decrementTtl(own.array(), own.offset()), own);
    }

    /** Only the first fragment bears the ports; so fragments wait for one another. Null while some are missing. */
    private @Nullable Content whole(Ipv4Header header, Content datagram) {
        if (!header.isFragment()) {
            return datagram;
        }
        return fragments.add(header, datagram).map(segment -> {
            Ipv4Header whole = header.fragment(0, segment.bytes().length, false);
            return segment.behind(whole.emit());
        }).orElse(null);
    }

    private static Ipv4Header read(Content datagram) {
        return Ipv4Header.parse(datagram.bytes(), 0, datagram.bytes().length).orElseThrow();
    }

    private void drop(Content datagram, String why) {
        trace.note(events.now(), device, datagram.frame(), "dropped at " + device + ": " + why);
    }
}
