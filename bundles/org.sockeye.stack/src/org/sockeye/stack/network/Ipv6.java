package org.sockeye.stack.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MldMessage;
import org.sockeye.stack.wire.NdMessage;

/**
 * The Internet Protocol, version 6 (RFC 8200), of one device: sends and receives for its transports and, if it is a router,
 * forwards what is for others.
 */
public final class Ipv6 implements NetworkService {

    private static final int LOOPBACK_PREFIX = 128;
    private static final int LINK_LOCAL_PREFIX = 64;

    private final String device;
    private final boolean forwards;
    private final EventQueue events;
    private final Trace trace;
    private final Icmpv6 icmp;
    private final Ipv6Ways ways = new Ipv6Ways();
    private final PathMtu pathMtu;
    private final Ipv6Fragmentation fragmentation;
    private final Ipv6ExtensionRules extensionRules;
    private final Map<Integer, Receiver> receivers = new LinkedHashMap<>();
    private @Nullable Content arriving;

    /**
     * The protocol without interfaces or routes yet.
     *
     * @param forwards true for a router
     */
    public Ipv6(String device, boolean forwards, EventQueue events, Trace trace) {
        this.device = device;
        this.forwards = forwards;
        this.events = events;
        this.trace = trace;
        this.icmp = new Icmpv6(this, events);
        this.pathMtu = new PathMtu(events);
        this.extensionRules = new Ipv6ExtensionRules(icmp, this::drop);
        this.fragmentation = new Ipv6Fragmentation(device, events, trace, icmp);
    }

    /** Uses an interface for what this device sends to itself. */
    public void attachLoopback(LinkService link) {
        Ipv6Port port = port(link);
        port.own(Ipv6Address.LOOPBACK, LOOPBACK_PREFIX);
        Ipv6Link loopback = new Ipv6Link(port, Optional.empty(), Optional.empty());
        ways.add(loopback);
        link.attach((type, broadcast, payload) -> arrived(loopback, type, payload));
    }

    /**
     * Uses an interface. It gives itself a link-local address; a router advertises itself and its addresses there, a host
     * asks for routers, and takes addresses from them if it has none here.
     *
     * @param addresses its addresses
     * @param prefix bits that they have in common with those of the neighbours
     */
    public void attach(LinkService link, List<Ipv6Address> addresses, int prefix) {
        Ipv6Port port = port(link);
        port.configure(Ipv6Address.linkLocal(link.address()), LINK_LOCAL_PREFIX);
        addresses.forEach(address -> port.configure(address, prefix));
        Ipv6Link added;
        if (forwards) {
            RouterAdvertiser advertiser = new RouterAdvertiser(port);
            added = new Ipv6Link(port, Optional.empty(), Optional.of(advertiser));
            events.after(0, advertiser::start);
        } else {
            Autoconfiguration configuration = new Autoconfiguration(port, addresses.isEmpty(), events);
            added = new Ipv6Link(port, Optional.of(configuration), Optional.empty());
            events.after(0, configuration::start);
        }
        ways.add(added);
        link.attach((type, broadcast, payload) -> arrived(added, type, payload));
    }

    private Ipv6Port port(LinkService link) {
        return new Ipv6Port(device, link, forwards, events, trace, this::unresolved);
    }

    /** Replaces the routing table; what routers advertise comes after it. */
    public void routes(RoutingTable table) {
        ways.routes(table);
    }

    public RoutingTable routes() {
        return ways.routes();
    }

    /** All its addresses, interface by interface in the order in which they were attached. */
    public List<Assigned> addresses() {
        return ways.links().stream().flatMap(link -> link.port().assigned()).toList();
    }

    @Override
    public void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        icmp.ping(destination, timeout, answer);
    }

    @Override
    public void attach(int protocol, Receiver receiver) {
        receivers.put(protocol, receiver);
    }

    @Override
    public boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int trafficClass,
            Content segment) {
        if (!(source instanceof Ipv6Address from && destination instanceof Ipv6Address to)) {
            return false;
        }
        Ipv6Ways.Hop hop = ways.to(to, flow(from, to, protocol, segment.bytes()));
        if (hop == null || from.isLoopback() && !hop.port().isLoopback()) {
            return false;
        }
        int length = segment.bytes().length;
        Ipv6Header header = new Ipv6Header(trafficClass, 0, length, protocol, timeToLive, from, to);
        int maximum = maximum(to, hop.port());
        if (header.totalLength() <= maximum) {
            hop.port().send(hop.address(), segment.behind(header.emit()));
        } else {
            fragmentation.cut(header, segment, maximum).forEach(part -> hop.port().send(hop.address(), part));
        }
        return true;
    }

    /** The same for all segments between two sockets. */
    private static int flow(Ipv6Address source, Ipv6Address destination, int protocol, byte[] segment) {
        int ports = segment.length < 4 ? 0 : Arrays.hashCode(Arrays.copyOf(segment, 4));
        return source.hashCode() * 31 + destination.hashCode() + protocol + ports;
    }

    private int maximum(Ipv6Address destination, Ipv6Port port) {
        return Math.max(Math.min(Ipv6Header.MINIMUM_MTU, port.mtu()), pathMtu.to(destination, port.mtu()));
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress destination) {
        return destination instanceof Ipv6Address six ? source(six).map(source -> source) : Optional.empty();
    }

    Optional<Ipv6Address> source(Ipv6Address destination) {
        return ways.source(destination);
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return address instanceof Ipv6Address six && ways.isLocal(six);
    }

    @Override
    public boolean join(IpAddress group, String port) {
        Ipv6Port joined = group instanceof Ipv6Address ? ways.named(port) : null;
        if (joined == null || !(group instanceof Ipv6Address six)) {
            return false;
        }
        joined.mld().join(six);
        return true;
    }

    @Override
    public void leave(IpAddress group, String port) {
        Ipv6Port left = ways.named(port);
        if (left != null && group instanceof Ipv6Address six) {
            left.mld().leave(six);
        }
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress group, String port) {
        Ipv6Port used = ways.named(port);
        return used == null || !(group instanceof Ipv6Address six) ? Optional.empty()
                : Optional.of(used.source(six)).filter(source -> !source.isUnspecified()).map(source -> source);
    }

    @Override
    public boolean sendToGroup(IpAddress source, IpAddress group, int protocol, GroupOptions options,
            Content segment) {
        Ipv6Port used = ways.named(options.port());
        if (used == null || used.isLoopback()
                || !(source instanceof Ipv6Address from && group instanceof Ipv6Address to)) {
            return false;
        }
        Ipv6Header header = Ipv6Header.of(from, to, protocol, options.timeToLive(), segment.bytes().length);
        List<Content> packets = header.totalLength() <= used.mtu() ? List.of(segment.behind(header.emit()))
                : fragmentation.cut(header, segment, used.mtu());
        Ipv6Ways.Hop itself = options.loop() && used.listens(to) ? ways.to(Ipv6Address.LOOPBACK, 0) : null;
        for (Content packet : packets) {
            if (itself != null) {
                itself.port().send(to, packet.copy());
            }
            if (options.timeToLive() > 0) {
                used.send(to, packet);
            }
        }
        return true;
    }

    @Override
    public int maximumSegment(IpAddress destination) {
        Ipv6Ways.Hop hop = destination instanceof Ipv6Address six ? ways.to(six, 0) : null;
        int maximum = hop != null && destination instanceof Ipv6Address six ? maximum(six, hop.port())
                : Ipv6Header.MINIMUM_MTU;
        return maximum - Ipv6Header.LENGTH;
    }

    @Override
    public int interfaceMaximumSegment(IpAddress destination) {
        Ipv6Ways.Hop hop = destination instanceof Ipv6Address six ? ways.to(six, 0) : null;
        return (hop == null ? Ipv6Header.MINIMUM_MTU : hop.port().mtu()) - Ipv6Header.LENGTH;
    }

    @Override
    public void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment) {
        if (arriving != null) {
            icmp.error(arriving, Icmpv6Message.UNREACHABLE, Icmpv6Message.PORT_UNREACHABLE, 0);
        }
    }

    private void arrived(Ipv6Link link, int type, Content payload) {
        byte[] bytes = payload.bytes();
        Ipv6Header header = Ipv6Header.parse(bytes, 0, bytes.length).orElse(null);
        if (type != EthernetFrame.IPV6) {
            note(payload, String.format("ignored: %s speaks no protocol 0x%04x", device, type));
        } else if (header == null) {
            drop(payload, "malformed IPv6 header");
        } else if (isImpossible(header, link.port())) {
            drop(payload, "no packet on this link can go from " + header.source() + " to " + header.destination());
        } else {
            boolean padded = header.totalLength() < bytes.length;
            arrived(link, header, padded ? payload.part(0, header.totalLength()) : payload);
        }
    }

    private void arrived(Ipv6Link link, Ipv6Header header, Content packet) {
        Ipv6Address destination = header.destination();
        if (destination.isMulticast() ? ways.listens(link.port(), destination) : ways.isLocal(destination)) {
            deliver(link, header, packet);
        } else if (destination.isMulticast()) {
            return;
        } else if (forwards) {
            forward(header, packet);
        } else {
            note(packet, "ignored: " + destination + " is no address of " + device);
        }
    }

    private static boolean isImpossible(Ipv6Header header, Ipv6Port port) {
        boolean inside = header.source().isLoopback() || header.destination().isLoopback();
        return inside && !port.isLoopback() || header.source().isMulticast()
                || header.destination().isUnspecified();
    }

    private void deliver(Ipv6Link link, Ipv6Header header, Content packet) {
        byte[] bytes = packet.bytes();
        Ipv6Chain chain = Ipv6Chain.walk(bytes, 0, header.nextHeader(), bytes.length);
        for (Ipv6Extension extension : chain.extensions()) {
            if (!extensionRules.accepts(header, extension, packet)) {
                return;
            }
        }
        if (chain.cut()) {
            drop(packet, "an IPv6 extension header is cut short");
        } else if (chain.isPart()) {
            fragmentation.add(header, chain, packet)
                    .ifPresent(whole -> deliver(link, Ipv6Header.parse(whole.bytes(), 0, whole.bytes().length)
                            .orElseThrow(), whole));
        } else {
            deliver(link, header, chain, packet);
        }
    }

    private void deliver(Ipv6Link link, Ipv6Header header, Ipv6Chain chain, Content packet) {
        Content segment = packet.part(chain.offset(), packet.bytes().length - chain.offset());
        Receiver receiver = receivers.get(chain.protocol());
        if (chain.protocol() == Icmpv6Message.PROTOCOL) {
            message(link, header, segment);
        } else if (receiver != null) {
            arriving = packet;
            receiver.segment(header.source(), header.destination(), header.trafficClass(), segment);
            arriving = null;
        } else if (chain.protocol() != Ipv6Extension.NOTHING) {
            note(packet, "ignored: " + device + " speaks no protocol with the number " + chain.protocol());
            icmp.error(packet, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.UNKNOWN_NEXT_HEADER, chain.pointer());
        }
    }

    private void message(Ipv6Link link, Ipv6Header header, Content segment) {
        byte[] bytes = segment.bytes();
        Icmpv6Message message = Icmpv6Message.parse(bytes, 0, bytes.length).orElse(null);
        if (message == null
                || !Icmpv6Message.verify(header.source(), header.destination(), bytes, 0, bytes.length)) {
            drop(segment, "bad checksum of ICMPv6 message");
        } else if (message.isEcho() || message.isError()) {
            if (bytes.length >= Icmpv6Message.BODY_LENGTH) {
                icmp.message(header, message, bytes);
            }
        } else if (message.type() == MldMessage.QUERY) {
            MldMessage.parse(bytes, 0, bytes.length).filter(query -> header.source().isLinkLocal())
                    .ifPresent(query -> link.port().mld().queried(query));
        } else if (header.hopLimit() == Ipv6Port.ON_LINK && message.code() == 0) {
            NdMessage.parse(bytes, 0, bytes.length).ifPresent(discovery -> link.discovered(header, discovery));
        }
    }

    private void forward(Ipv6Header header, Content packet) {
        Ipv6Chain chain = Ipv6Chain.walk(packet.bytes(), 0, header.nextHeader(), packet.bytes().length);
        byte[] ports = Arrays.copyOfRange(packet.bytes(), chain.offset(),
                Math.min(chain.offset() + 4, packet.bytes().length));
        Ipv6Ways.Hop hop = header.destination().isLinkLocal() ? null
                : ways.to(header.destination(), flow(header.source(), header.destination(), chain.protocol(), ports));
        if (header.source().isUnspecified()) {
            drop(packet, "nobody sent it");
        } else if (header.source().isLinkLocal()) {
            drop(packet, header.source() + " means nothing beyond its link");
            icmp.error(packet, Icmpv6Message.UNREACHABLE, Icmpv6Message.BEYOND_SCOPE, 0);
        } else if (header.hopLimit() <= 1) {
            drop(packet, "hop limit exceeded");
            icmp.error(packet, Icmpv6Message.TIME_EXCEEDED, Icmpv6Message.HOPS_EXCEEDED, 0);
        } else if (hop == null) {
            drop(packet, "no route to " + header.destination());
            icmp.error(packet, Icmpv6Message.UNREACHABLE, Icmpv6Message.NO_ROUTE, 0);
        } else if (header.totalLength() > hop.port().mtu()) {
            drop(packet, "too large for the next link");
            icmp.error(packet, Icmpv6Message.PACKET_TOO_BIG, 0, hop.port().mtu());
        } else {
            Content own = packet.copy();
            header.decrementHopLimit(own.array(), own.offset());
            hop.port().send(hop.address(), own);
        }
    }

    private void unresolved(Content packet) {
        Ipv6Header.parse(packet.bytes(), 0, packet.bytes().length).ifPresent(header -> {
            drop(packet, "host " + header.destination() + " unreachable");
            if (isLocal(header.source())) {
                unreachable(Unreachable.HOST, packet.bytes(), 0);
            } else {
                icmp.error(packet, Icmpv6Message.UNREACHABLE, Icmpv6Message.ADDRESS_UNREACHABLE, 0);
            }
        });
    }

    /** A packet of ours, quoted from {@code offset} on, was too large for a link that takes {@code mtu} bytes. */
    void tooBig(int mtu, byte[] bytes, int offset) {
        Ipv6Header.parseQuoted(bytes, offset, bytes.length - offset).filter(quoted -> isLocal(quoted.source()))
                .ifPresent(quoted -> {
                    pathMtu.tooBig(quoted.destination(), Math.max(mtu, Ipv6Header.MINIMUM_MTU),
                            Math.max(quoted.totalLength(), Ipv6Header.MINIMUM_MTU + 1));
                    unreachable(Unreachable.FRAGMENTATION_NEEDED, bytes, offset);
                });
    }

    /** Passes on that a packet of ours did not arrive; its first bytes are quoted from {@code offset} on. */
    void unreachable(Unreachable error, byte[] bytes, int offset) {
        Ipv6Header quoted = Ipv6Header.parseQuoted(bytes, offset, bytes.length - offset).orElse(null);
        if (quoted == null || !isLocal(quoted.source())) {
            return;
        }
        Ipv6Chain chain = Ipv6Chain.walk(bytes, offset, quoted.nextHeader(), bytes.length);
        if (chain.cut() || chain.fragment().filter(part -> part.offset() > 0).isPresent()) {
            return;
        }
        byte[] segment = Arrays.copyOfRange(bytes, chain.offset(), bytes.length);
        Receiver receiver = receivers.get(chain.protocol());
        if (chain.protocol() == Icmpv6Message.PROTOCOL) {
            icmp.unreachable(segment);
        } else if (receiver != null && segment.length >= 8) {
            receiver.unreachable(error, quoted.source(), quoted.destination(), segment);
        }
    }

    private void drop(Content packet, String why) {
        note(packet, "dropped at " + device + ": " + why);
    }

    private void note(Content packet, String text) {
        trace.note(events.now(), device, packet.frame(), text);
    }
}
