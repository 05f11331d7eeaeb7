package org.sockeye.stack.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.NetworkService.GroupOptions;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.UdpHeader;

/** The User Datagram Protocol of one host (RFC 768): finds the socket for each datagram that arrives. */
public final class Udp implements DatagramTransport, NetworkService.Receiver {

    private final String host;
    private final NetworkService network;
    private final EventQueue events;
    private final Trace trace;
    private final EphemeralPorts ephemeral = new EphemeralPorts();
    private final List<UdpSocket> bound = new ArrayList<>();

    public Udp(String host, NetworkService network, EventQueue events, Trace trace) {
        this.host = host;
        this.network = network;
        this.events = events;
        this.trace = trace;
        network.attach(UdpHeader.PROTOCOL, this);
    }

    @Override
    public List<DatagramSocket> sockets() {
        return List.copyOf(bound);
    }

    @Override
    public DatagramSocket open() {
        return new UdpSocket(this);
    }

    /** Tells the trace what happened to a socket. */
    void tell(SocketEvent.Change change, UdpSocket socket) {
        Endpoint local = socket.local().port() == 0 ? null : socket.local();
        trace.record(new SocketEvent(events.now(), host, "udp", change, local, socket.remote().orElse(null)));
    }

    /** Gives {@code socket} its place among the bound ones; the endpoint comes back with its port. */
    Endpoint bind(UdpSocket socket, Endpoint wanted) throws SocketError {
        IpAddress address = wanted.address();
        if (!address.isUnspecified() && !address.isMulticast() && !network.isLocal(address)) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
        Endpoint local = wanted;
        if (wanted.port() == 0) {
            OptionalInt port = ephemeral.next(candidate -> isTaken(new Endpoint(address, candidate), socket));
            local = new Endpoint(address, port.orElseThrow(() -> new SocketError(Errno.EADDRINUSE)));
        } else if (isTaken(wanted, socket)) {
            throw new SocketError(Errno.EADDRINUSE);
        }
        bound.add(socket);
        return local;
    }

    private boolean isTaken(Endpoint wanted, UdpSocket asking) {
        for (UdpSocket other : bound) {
            boolean shared = asking.get(SocketOption.REUSE_ADDRESS) == 1 && other.get(SocketOption.REUSE_ADDRESS) == 1;
            boolean only = asking.get(SocketOption.IPV6_ONLY) == 1 || other.get(SocketOption.IPV6_ONLY) == 1;
            if (other.local().overlaps(wanted) && !shared && !(only && other.local().isApart(wanted))) {
                return true;
            }
        }
        return false;
    }

    void release(UdpSocket socket) {
        bound.remove(socket);
    }

    /** The address that a datagram to {@code destination} will bear. */
    IpAddress sourceFor(IpAddress destination) throws SocketError {
        return network.sourceFor(destination).orElseThrow(() -> new SocketError(Errno.ENETUNREACH));
    }

    /** The network layer, for its groups. */
    NetworkService network() {
        return network;
    }

    void send(Endpoint from, Endpoint to, int timeToLive, int trafficClass, byte[] payload, Origin origin)
            throws SocketError {
        Message message = trace.message(events.now(), origin, payload.length);
        byte[] header = UdpHeader.emit(from.address(), from.port(), to.address(), to.port(), payload);
        Content content = new Content(payload, List.of(new MessageSlice(message, 0, payload.length, 0)));
        if (!network.send(from.address(), to.address(), UdpHeader.PROTOCOL, timeToLive, trafficClass,
                content.behind(header))) {
            throw new SocketError(Errno.ENETUNREACH);
        }
    }

    void sendToGroup(Endpoint from, Endpoint group, GroupOptions options, byte[] payload, Origin origin)
            throws SocketError {
        Message message = trace.message(events.now(), origin, payload.length);
        byte[] header = UdpHeader.emit(from.address(), from.port(), group.address(), group.port(), payload);
        Content content = new Content(payload, List.of(new MessageSlice(message, 0, payload.length, 0)));
        if (!network.sendToGroup(from.address(), group.address(), UdpHeader.PROTOCOL, options,
                content.behind(header))) {
            throw new SocketError(Errno.ENETUNREACH);
        }
    }

    void note(int frame, String text) {
        trace.note(events.now(), host, frame, text);
    }

    @Override
    public void segment(IpAddress source, IpAddress destination, Content segment) {
        byte[] bytes = segment.bytes();
        Optional<UdpHeader> parsed = UdpHeader.parse(bytes, 0, bytes.length);
        if (parsed.isEmpty()) {
            note(segment.frame(), "dropped at " + host + ": malformed UDP header");
            return;
        }
        UdpHeader header = parsed.get();
        if (!header.verify(source, destination, bytes, 0)) {
            note(segment.frame(), "dropped at " + host + ": bad checksum of the UDP datagram");
            return;
        }
        if (header.checksum() == 0 && destination instanceof Ipv6Address) {
            note(segment.frame(), "dropped at " + host + ": no checksum, which IPv6 demands of UDP");
            return;
        }
        Endpoint from = new Endpoint(source, header.sourcePort());
        Endpoint to = new Endpoint(destination, header.destinationPort());
        if (destination.isMulticast() || network.isBroadcast(destination)) {
            toGroup(to, from, segment.part(UdpHeader.LENGTH, header.length() - UdpHeader.LENGTH));
            return;
        }
        UdpSocket socket = find(to, from);
        if (socket == null) {
            note(segment.frame(), "ignored: no socket listens on " + to);
            network.portUnreachable(source, destination, UdpHeader.PROTOCOL, segment);
        } else {
            socket.arrived(from, segment.part(UdpHeader.LENGTH, header.length() - UdpHeader.LENGTH));
        }
    }

    /** Every socket that takes part in the group, or hears what is for all, gets a copy; nobody is told if there is none (RFC 1122, 3.2.2.1). */
    private void toGroup(Endpoint to, Endpoint from, Content payload) {
        for (UdpSocket socket : List.copyOf(bound)) {
            if (socket.match(to, from) >= 0
                    && (!to.address().isMulticast() || socket.hears(to.address(), from.address()))) {
                socket.arrived(from, payload);
            }
        }
    }

    /** The socket that says most about where the datagram comes from and goes to; of equals the one bound last. */
    private @Nullable UdpSocket find(Endpoint local, Endpoint remote) {
        UdpSocket best = null;
        int bestMatch = -1;
        for (UdpSocket socket : bound) {
            int match = socket.match(local, remote);
            if (match >= 0 && match >= bestMatch) {
                best = socket;
                bestMatch = match;
            }
        }
        return best;
    }

    @Override
    public void unreachable(Unreachable error, IpAddress source, IpAddress destination, byte[] quoted) {
        UdpHeader.parseQuoted(quoted, 0, quoted.length).ifPresent(header -> {
            Endpoint remote = new Endpoint(destination, header.destinationPort());
            UdpSocket socket = find(new Endpoint(source, header.sourcePort()), remote);
            if (socket != null && socket.remote().filter(remote::equals).isPresent()) {
                socket.failed(error);
            }
        });
    }
}
