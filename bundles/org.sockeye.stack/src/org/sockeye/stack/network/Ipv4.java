package org.sockeye.stack.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.nat.Nat;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

/**
 * The Internet Protocol (RFC 791) of one device: sends and receives for its transports and, if it is a router, forwards
 * what is for others (RFC 1812).
 */
public final class Ipv4 implements NetworkService {

    /** What every link can carry (RFC 791, section 3.1): the guess where no route leads. */
    private static final int SMALLEST_MAXIMUM = 576;

    private final String device;
    private final EventQueue events;
    private final Trace trace;
    private final Icmp icmp;
    private final Reassembler reassembler;
    private final Ways ways = new Ways();
    private final Igmp igmp;
    private final PathMtu pathMtu;
    private final @Nullable Forwarder forwarder;
    private final Map<Integer, Receiver> receivers = new LinkedHashMap<>();
    private final Map<String, Arp> resolvers = new LinkedHashMap<>();
    private int identification;
    private @Nullable Content arriving;

    /**
     * The protocol without interfaces or routes yet.
     *
     * @param forwards true for a router
     */
    public Ipv4(String device, boolean forwards, EventQueue events, Trace trace) {
        this.device = device;
        this.events = events;
        this.trace = trace;
        this.icmp = new Icmp(device, this, events, trace);
        this.forwarder = forwards ? new Forwarder(device, ways, icmp, events, trace) : null;
        this.pathMtu = new PathMtu(events);
        this.igmp = new Igmp(ways, events);
        this.reassembler = new Reassembler(device, events, trace, first -> icmp.error(first, IcmpMessage.TIME_EXCEEDED,
                IcmpMessage.REASSEMBLY_EXCEEDED, 0));
    }

    /** Uses an interface; the one with a loopback address gets what this device sends to itself. */
    public void attach(NetworkInterface port) {
        LinkService link = port.link();
        if (port.isLoopback()) {
            ways.add(port, new Loopback(link));
            link.attach((type, broadcast, payload) -> arrived(port, type, broadcast, payload));
        } else {
            Arp arp = new Arp(device, link, port.address(), events, trace, this::unresolved);
            ways.add(port, arp);
            resolvers.put(port.name(), arp);
            link.attach((type, broadcast, payload) -> {
                if (type == EthernetFrame.ARP) {
                    arp.packet(payload);
                } else {
                    arrived(ways.at(link), type, broadcast, payload);
                }
            });
        }
    }

    /**
     * Gives an interface another address, as a lease says; {@link Ipv4Address#ANY} takes it away. Without an address it
     * can still send to all neighbours and hear what is sent to all.
     *
     * @param port the interface's name
     * @throws IllegalArgumentException if there is no such interface
     */
    public void configure(String port, Ipv4Address address, Subnet subnet) {
        resolver(port).become(address);
        ways.configure(port, address, subnet);
    }

    /**
     * Asks by an interface whether a neighbour has an address, as whoever wants to use it should.
     *
     * @param port the interface's name
     * @param answer gets true as soon as one says so, and false if none has within a second
     * @throws IllegalArgumentException if there is no such interface
     */
    public void probe(String port, Ipv4Address address, Consumer<Boolean> answer) {
        resolver(port).probe(address, answer);
    }

    private Arp resolver(String port) {
        Arp arp = resolvers.get(port);
        if (arp == null) {
            throw new IllegalArgumentException(device + " has no interface " + port);
        }
        return arp;
    }

    /** Replaces the routing table. */
    public void routes(RoutingTable table) {
        ways.routes(table);
    }

    public RoutingTable routes() {
        return ways.routes();
    }

    /**
     * From now on, what this router hands on by an interface bears the router's own address there.
     *
     * @param port the interface's name
     * @throws IllegalArgumentException if there is no such interface, or this is no router
     */
    public Nat translate(String port) {
        NetworkInterface outside = interfaces().stream().filter(own -> own.name().equals(port)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(device + " has no interface " + port));
        Forwarder router = forwarder;
        if (router == null) {
            throw new IllegalArgumentException(device + " is no router; only routers translate addresses");
        }
        Nat nat = new Nat(device, outside.address(), events, trace);
        router.translate(port, nat);
        return nat;
    }

    /** How to choose among equally good routes; at first {@link PathChoice#PER_FLOW}. */
    public void choose(PathChoice choice) {
        ways.choose(choice);
    }

    /** The interfaces in the order in which they were attached. */
    public List<NetworkInterface> interfaces() {
        return ways.interfaces();
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
        return send(source, destination, protocol, timeToLive, trafficClass, segment, false);
    }

    @Override
    public boolean sendDivisible(IpAddress source, IpAddress destination, int protocol, int timeToLive,
            int trafficClass, Content segment) {
        return send(source, destination, protocol, timeToLive, trafficClass, segment, true);
    }

    private boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int trafficClass,
            Content segment, boolean divisible) {
        if (!(source instanceof Ipv4Address from && destination instanceof Ipv4Address to)) {
            return false;
        }
        Ipv4Header header = Ipv4Header.of(from, to, protocol, timeToLive, ++identification & 0xffff,
                segment.length());
        Way way = ways.to(header, segment.array(), segment.offset());
        if (way == null || header.source().isLoopback() && !way.port().isLoopback()) {
            return false;
        }
        int maximum = pathMtu.to(destination, way.maximumDatagram());
        boolean whole = !divisible && header.totalLength() <= maximum && protocol != IcmpMessage.PROTOCOL
                && !way.broadcast() && !pathMtu.isHopeless(destination);
        Ipv4Header sent = header.withDontFragment(whole).withServices(trafficClass);
        way.send(sent, segment.behind(sent.emit()), maximum);
        return true;
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress destination) {
        return destination instanceof Ipv4Address four ? ways.sourceFor(four).map(address -> address)
                : Optional.empty();
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return address instanceof Ipv4Address four && ways.isLocal(four);
    }

    @Override
    public boolean isBroadcast(IpAddress address) {
        return address instanceof Ipv4Address four && ways.isBroadcast(four);
    }

    @Override
    public boolean join(IpAddress group, String port) {
        Way way = group instanceof Ipv4Address four ? ways.on(port, four) : null;
        if (way == null) {
            return false;
        }
        igmp.join(way.port(), way.nextHop());
        return true;
    }

    @Override
    public void leave(IpAddress group, String port) {
        Way way = group instanceof Ipv4Address four ? ways.on(port, four) : null;
        if (way != null) {
            igmp.leave(way.port(), way.nextHop());
        }
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress group, String port) {
        Way way = group instanceof Ipv4Address four ? ways.on(port, four) : null;
        return way == null ? Optional.empty() : Optional.of(way.port().address());
    }

    @Override
    public boolean sendToGroup(IpAddress source, IpAddress group, int protocol, GroupOptions options,
            Content segment) {
        Way way = group instanceof Ipv4Address four ? ways.on(options.port(), four) : null;
        if (way == null || !(source instanceof Ipv4Address from)) {
            return false;
        }
        Ipv4Header header = Ipv4Header.of(from, way.nextHop(), protocol, options.timeToLive(),
                ++identification & 0xffff, segment.length());
        Content datagram = segment.behind(header.emit());
        boolean loops = options.loop() && !way.port().isLoopback();
        Way itself = loops && igmp.has(way.port(), way.nextHop()) ? ways.to(Ipv4Address.LOOPBACK) : null;
        if (itself != null) {
            itself.send(header, datagram.copy());
        }
        if (options.timeToLive() > 0) {
            way.send(header, datagram);
        }
        return true;
    }

    @Override
    public int maximumSegment(IpAddress destination) {
        Way way = destination instanceof Ipv4Address four ? ways.to(four) : null;
        return (way == null ? SMALLEST_MAXIMUM : pathMtu.to(destination, way.maximumDatagram())) - Ipv4Header.LENGTH;
    }

    @Override
    public int interfaceMaximumSegment(IpAddress destination) {
        Way way = destination instanceof Ipv4Address four ? ways.to(four) : null;
        return (way == null ? SMALLEST_MAXIMUM : way.maximumDatagram()) - Ipv4Header.LENGTH;
    }

    @Override
    public void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment) {
        if (arriving != null) {
            icmp.error(arriving, IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0);
        }
    }

    private void arrived(NetworkInterface port, int type, boolean broadcast, Content payload) {
        if (type != EthernetFrame.IPV4) {
            note(payload, String.format("ignored: %s speaks no protocol 0x%04x", device, type));
            return;
        }
        byte[] bytes = payload.array();
        Ipv4Header header = Ipv4Header.parse(bytes, payload.offset(), payload.length()).orElse(null);
        if (header == null) {
            drop(payload, "malformed IPv4 header");
        } else if (!header.verify(bytes, payload.offset())) {
            drop(payload, "bad checksum of the IPv4 header");
        } else if (isImpossible(header, port)) {
            drop(payload, "no datagram on this link can go from " + header.source() + " to " + header.destination());
        } else {
            boolean padded = header.totalLength() < payload.length();
            Content datagram = padded ? payload.part(0, header.totalLength()) : payload;
            if (forwarder != null && forwarder.translateBack(port, header, datagram)) {
                return;
            }
            if (igmp.has(port, header.destination()) && header.protocol() == IgmpMessage.PROTOCOL) {
                igmp.message(port, datagram.part(header.headerLength(), header.payloadLength()));
            } else if (isLocal(header.destination()) || port.isBroadcast(header.destination())
                    || igmp.has(port, header.destination())) {
                deliver(header, datagram);
            } else if (forwarder != null && !broadcast) {
                forwarder.forward(port, header, datagram);
            } else if (!header.destination().isMulticast()) {
                note(payload, "ignored: " + header.destination() + " is no address of " + device);
            }
        }
    }

    /** Loopback addresses never leave their host, and nobody sends from an address of many (RFC 1122, 3.2.1.3). */
    private static boolean isImpossible(Ipv4Header header, NetworkInterface port) {
        boolean inside = header.source().isLoopback() || header.destination().isLoopback();
        return inside && !port.isLoopback() || header.source().isMulticast() || port.isBroadcast(header.source());
    }

    private void deliver(Ipv4Header header, Content datagram) {
        if (!header.isFragment()) {
            deliver(header, datagram, datagram.part(header.headerLength(), header.payloadLength()));
            return;
        }
        reassembler.add(header, datagram).ifPresent(segment -> {
            Ipv4Header whole = header.fragment(0, segment.bytes().length, false);
            deliver(whole, segment.behind(whole.emit()), segment);
        });
    }

    private void deliver(Ipv4Header header, Content datagram, Content segment) {
        Receiver receiver = receivers.get(header.protocol());
        if (header.protocol() == IcmpMessage.PROTOCOL) {
            icmp.message(header, segment);
        } else if (receiver != null) {
            arriving = datagram;
            receiver.segment(header.source(), header.destination(), header.services(), segment);
            arriving = null;
        } else {
            note(datagram, "ignored: " + device + " speaks no protocol with the number " + header.protocol());
            icmp.error(datagram, IcmpMessage.UNREACHABLE, IcmpMessage.PROTOCOL_UNREACHABLE, 0);
        }
    }

    private void unresolved(Content datagram) {
        Ipv4Header.parse(datagram.bytes(), 0, datagram.bytes().length).ifPresent(header -> {
            drop(datagram, "host " + header.destination() + " unreachable");
            if (isLocal(header.source())) {
                unreachable(Unreachable.HOST, datagram.bytes(), 0);
            } else {
                icmp.error(datagram, IcmpMessage.UNREACHABLE, IcmpMessage.HOST_UNREACHABLE, 0);
            }
        });
    }

    /** A datagram of ours, quoted from {@code offset} on, was too large for a link that takes {@code mtu} bytes. */
    void tooBig(int mtu, byte[] bytes, int offset) {
        Ipv4Header.parseQuoted(bytes, offset, bytes.length - offset).filter(quoted -> isLocal(quoted.source()))
                .ifPresent(quoted -> pathMtu.tooBig(quoted.destination(), mtu, quoted.totalLength()));
    }

    /** Passes on that a datagram of ours did not arrive; its first bytes are quoted from {@code offset} on. */
    void unreachable(Unreachable error, byte[] bytes, int offset) {
        Ipv4Header quoted = Ipv4Header.parseQuoted(bytes, offset, bytes.length - offset).orElse(null);
        if (quoted == null || !isLocal(quoted.source()) || quoted.fragmentOffset() > 0) {
            return;
        }
        byte[] segment = Arrays.copyOfRange(bytes, offset + quoted.headerLength(), bytes.length);
        Receiver receiver = receivers.get(quoted.protocol());
        if (quoted.protocol() == IcmpMessage.PROTOCOL) {
            icmp.unreachable(segment);
        } else if (receiver != null && segment.length >= 8) {
            receiver.unreachable(error, quoted.source(), quoted.destination(), segment);
        }
    }

    private void drop(Content datagram, String why) {
        note(datagram, "dropped at " + device + ": " + why);
    }

    private void note(Content datagram, String text) {
        trace.note(events.now(), device, datagram.frame(), text);
    }
}
