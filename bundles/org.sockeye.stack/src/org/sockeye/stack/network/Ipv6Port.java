package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.NdMessage;
import org.sockeye.stack.wire.NdMessage.NeighbourAdvertisement;
import org.sockeye.stack.wire.NdMessage.NeighbourSolicitation;
import org.sockeye.stack.wire.NdOption;

/** An interface that speaks IPv6: its addresses, its groups, and its neighbours (RFC 4861; RFC 4862). */
final class Ipv6Port {

    /** Neighbour Discovery comes with this hop limit, which nobody beyond the link can bring about. */
    static final int ON_LINK = 255;

    private final String device;
    private final LinkService link;
    private final boolean router;
    private final EventQueue events;
    private final Trace trace;
    private final NeighbourCache neighbours;
    private final List<Own> addresses = new ArrayList<>();
    private final Mld mld;
    private int mtu;

    /** An address of the interface; it may be used before it is sure that nobody else has it (RFC 4429). */
    private static final class Own {
        private final Ipv6Address address;
        private final int prefix;
        private boolean sure;

        Own(Ipv6Address address, int prefix, boolean sure) {
            this.address = address;
            this.prefix = prefix;
            this.sure = sure;
        }
    }

    Ipv6Port(String device, LinkService link, boolean router, EventQueue events, Trace trace,
            Consumer<Content> unresolved) {
        this.device = device;
        this.link = link;
        this.router = router;
        this.events = events;
        this.trace = trace;
        this.mtu = link.maximumPayload();
        this.neighbours = new NeighbourCache(this, events, unresolved);
        this.mld = new Mld(this, events);
    }

    String device() {
        return device;
    }

    String name() {
        return link.name();
    }

    LinkService link() {
        return link;
    }

    NeighbourCache neighbours() {
        return neighbours;
    }

    Mld mld() {
        return mld;
    }

    void note(int frame, String text) {
        trace.note(events.now(), device, frame, text);
    }

    boolean isLoopback() {
        return has(Ipv6Address.LOOPBACK);
    }

    /** The largest packet that the link takes, in bytes. */
    int mtu() {
        return mtu;
    }

    /** A router says what the link takes. */
    void limit(long bytes) {
        if (bytes >= Ipv6Header.MINIMUM_MTU && bytes <= link.maximumPayload()) {
            mtu = (int) bytes;
        }
    }

    /** Its addresses, link-local first. */
    Stream<Assigned> assigned() {
        return addresses.stream().map(own -> new Assigned(link, own.address, own.prefix));
    }

    boolean has(Ipv6Address address) {
        for (Own own : addresses) {
            if (own.address.equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** The address by which neighbours know it. */
    Ipv6Address linkLocal() {
        return addresses.isEmpty() ? Ipv6Address.ANY : addresses.getFirst().address;
    }

    /** The subnets of its addresses, but for the link-local one that every link has. */
    List<Subnet> subnets() {
        return addresses.stream().filter(own -> !own.address.isLinkLocal())
                .map(own -> new Subnet(own.address, own.prefix)).toList();
    }

    /** Takes an address without asking anybody, as on the loopback interface. */
    void own(Ipv6Address address, int prefix) {
        addresses.add(new Own(address, prefix, true));
    }

    /** Takes an address, and asks whether somebody else has it already (RFC 4862, section 5.4). */
    void configure(Ipv6Address address, int prefix) {
        if (has(address)) {
            return;
        }
        Own own = new Own(address, prefix, false);
        addresses.add(own);
        mld.join(address.solicitedNode());
        events.after(0, () -> {
            icmp(Ipv6Address.ANY, address.solicitedNode(), new NeighbourSolicitation(address, List.of()));
            events.after(NeighbourCache.RETRANSMISSION, () -> own.sure = true);
        });
    }

    private @Nullable Own unsure(Ipv6Address address) {
        for (Own own : addresses) {
            if (own.address.equals(address) && !own.sure) {
                return own;
            }
        }
        return null;
    }

    private void giveUp(Own own) {
        addresses.remove(own);
        mld.leave(own.address.solicitedNode());
        note(0, "nd: " + own.address + " is in use by somebody else on " + name() + "; " + device
                + " does without it");
    }

    /** The MAC address that stands for a group (RFC 2464, section 7). */
    static MacAddress mac(Ipv6Address group) {
        return new MacAddress(0x3333_0000_0000L | group.low() & 0xffff_ffffL);
    }

    /** Sends a packet to a neighbour, or to all that listen to a group. */
    void send(Ipv6Address nextHop, Content packet) {
        if (isLoopback()) {
            link.send(link.address(), EthernetFrame.IPV6, packet);
        } else if (nextHop.isMulticast()) {
            link.send(mac(nextHop), EthernetFrame.IPV6, packet);
        } else {
            neighbours.send(nextHop, packet);
        }
    }

    /** Sends a message of Neighbour Discovery. */
    void icmp(Ipv6Address source, Ipv6Address destination, NdMessage message) {
        byte[] payload = Icmpv6Message.emit(message.type(), 0, source, destination, message.body());
        Ipv6Header header = Ipv6Header.of(source, destination, Icmpv6Message.PROTOCOL, ON_LINK, payload.length);
        send(destination, Content.of(payload).behind(header.emit()));
    }

    /** Asks for the MAC address of a neighbour, or asks the neighbour with that one whether it is still there. */
    void solicit(Ipv6Address target, Optional<MacAddress> known) {
        Ipv6Address source = source(target);
        NeighbourSolicitation question = new NeighbourSolicitation(target, source.isUnspecified() ? List.of()
                : List.of(new NdOption.LinkAddress(false, link.address())));
        if (known.isEmpty()) {
            icmp(source, target.solicitedNode(), question);
            return;
        }
        byte[] payload = Icmpv6Message.emit(question.type(), 0, source, target, question.body());
        Ipv6Header header = Ipv6Header.of(source, target, Icmpv6Message.PROTOCOL, ON_LINK, payload.length);
        link.send(known.get(), EthernetFrame.IPV6, Content.of(payload).behind(header.emit()));
    }

    /**
     * The address to speak to {@code destination} with: of the same scope, and of those the one that has the most bits in
     * common with it (RFC 6724, section 5, rules 2 and 8).
     */
    Ipv6Address source(Ipv6Address destination) {
        boolean near = destination.isLinkLocal() || destination.isMulticast() && destination.multicastScope() <= 2;
        Ipv6Address best = linkLocal();
        int most = -1;
        for (Own own : addresses) {
            int common = near == own.address.isLinkLocal() ? common(own.address, destination) : -1;
            if (common > most) {
                most = common;
                best = own.address;
            }
        }
        return best;
    }

    private static int common(Ipv6Address a, Ipv6Address b) {
        int high = Long.numberOfLeadingZeros(a.high() ^ b.high());
        return high < 64 ? high : 64 + Long.numberOfLeadingZeros(a.low() ^ b.low());
    }

    /** Somebody asks who has an address (RFC 4861, section 7.2.3). */
    void solicited(Ipv6Header header, NeighbourSolicitation question) {
        Ipv6Address target = question.target();
        boolean probing = header.source().isUnspecified();
        Own unsure = unsure(target);
        if (probing && unsure != null) {
            giveUp(unsure);
            return;
        }
        if (!has(target)) {
            return;
        }
        if (!probing) {
            question.linkAddress(false).ifPresent(mac -> neighbours.heard(header.source(), mac));
        }
        icmp(target, probing ? Ipv6Address.ALL_NODES : header.source(), new NeighbourAdvertisement(router, !probing,
                unsure == null, target, List.of(new NdOption.LinkAddress(true, link.address()))));
    }

    /** Somebody says who has an address. */
    void advertised(NeighbourAdvertisement answer) {
        Own unsure = unsure(answer.target());
        if (unsure != null) {
            giveUp(unsure);
        } else {
            neighbours.advertised(answer);
        }
    }

    /** True if packets for the group are taken here. */
    boolean listens(Ipv6Address group) {
        return group.equals(Ipv6Address.ALL_NODES) || router && group.equals(Ipv6Address.ALL_ROUTERS)
                || mld.has(group);
    }
}
