package org.sockeye.stack.transport;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.NetworkService.GroupOptions;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketObserver;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** A UDP socket: a port, and a queue of datagrams that arrived for it. */
final class UdpSocket implements DatagramSocket {

    /** What one datagram can carry: 65535 bytes less both headers; the header of IPv6 does not count (RFC 8200, section 3). */
    private static final int LONGEST = 65507;
    private static final int LONGEST_IPV6 = 65527;
    /** What Linux gives a socket by default, in bytes; it takes twice as much, the rest for what it keeps besides. */
    private static final int BUFFER = 106_496;
    /** The least that it gives. */
    private static final int SMALLEST_SEND_BUFFER = 2304;
    private static final int SMALLEST_RECEIVE_BUFFER = 1152;
    /** What a waiting datagram takes of the buffer besides its payload, so that empty ones are not free. */
    private static final int OVERHEAD = 64;

    private static final Endpoint NOWHERE = new Endpoint(Ipv4Address.ANY, 0);

    private final Udp udp;
    private final Map<SocketOption, Integer> options = new EnumMap<>(SocketOption.class);
    private final Memberships memberships;
    private final Queue<Datagram> arrived = new ArrayDeque<>();
    private SocketObserver observer = () -> {
    };
    private Endpoint local = NOWHERE;
    private Endpoint asked = NOWHERE;
    private @Nullable Endpoint remote;
    private @Nullable Errno error;
    private int buffered;
    private boolean closed;
    private String multicastInterface = "";

    UdpSocket(Udp udp) {
        this.udp = udp;
        this.memberships = new Memberships(udp.network());
        udp.tell(SocketEvent.Change.OPENED, this);
    }

    @Override
    public void observe(SocketObserver other) {
        observer = other;
    }

    @Override
    public void bind(Endpoint wanted) throws SocketError {
        if (closed || isBound()) {
            throw new SocketError(Errno.EINVAL);
        }
        local = udp.bind(this, wanted);
        asked = wanted;
        udp.tell(SocketEvent.Change.BOUND, this);
    }

    private boolean isBound() {
        return local.port() != 0;
    }

    @Override
    public Endpoint local() {
        return local;
    }

    @Override
    public Optional<Endpoint> remote() {
        return Optional.ofNullable(remote);
    }

    @Override
    public void connect(@Nullable Endpoint peer) throws SocketError {
        if (closed) {
            throw new SocketError(Errno.EINVAL);
        }
        if (peer != null) {
            Endpoint from = new Endpoint(udp.sourceFor(peer.address()), local.port());
            if (!isBound()) {
                bind(from);
                asked = NOWHERE;
            } else if (local.address().isUnspecified()) {
                local = from;
            }
        }
        if (peer == null && remote != null) {
            forget();
        }
        remote = peer;
        if (peer != null) {
            udp.tell(SocketEvent.Change.CONNECTED, this);
        }
    }

    /** Without its peer the socket has only what it was bound to by name: neither address nor port that were chosen for it. */
    private void forget() {
        if (asked.port() == 0) {
            udp.release(this);
        }
        local = asked;
    }

    @Override
    public void send(byte[] bytes, @Nullable Endpoint destination, Origin origin) throws SocketError {
        throwPending();
        Endpoint to = destination != null ? destination : remote;
        if (to == null) {
            throw new SocketError(Errno.EDESTADDRREQ);
        }
        if (bytes.length > (to.address() instanceof Ipv4Address ? LONGEST : LONGEST_IPV6)) {
            throw new SocketError(Errno.EMSGSIZE);
        }
        if (closed || to.port() == 0) {
            throw new SocketError(Errno.EINVAL);
        }
        if (isBroadcast(to.address()) && get(SocketOption.BROADCAST) == 0) {
            throw new SocketError(Errno.EACCES);
        }
        Endpoint from = local;
        if (!isBound()) {
            bind(new Endpoint(to.address().any(), 0));
        }
        if (to.address().isMulticast()) {
            sendToGroup(bytes, to, origin);
            return;
        }
        if (local.address().isUnspecified()) {
            from = new Endpoint(udp.sourceFor(to.address()), local.port());
        }
        udp.send(from, to, get(SocketOption.TIME_TO_LIVE), get(SocketOption.TRAFFIC_CLASS), bytes.clone(), origin);
    }

    private boolean isBroadcast(IpAddress address) {
        return address.equals(Ipv4Address.BROADCAST) || udp.network().isBroadcast(address);
    }

    private void sendToGroup(byte[] bytes, Endpoint to, Origin origin) throws SocketError {
        boolean anywhere = local.address().isUnspecified() || local.address().isMulticast();
        IpAddress source = anywhere ? udp.network().sourceFor(to.address(), multicastInterface)
                .orElseThrow(() -> new SocketError(Errno.ENETUNREACH)) : local.address();
        udp.sendToGroup(new Endpoint(source, local.port()), to, new GroupOptions(get(SocketOption.MULTICAST_TTL),
                multicastInterface, get(SocketOption.MULTICAST_LOOP) == 1), bytes.clone(), origin);
    }

    private void requireGroup(IpAddress group) throws SocketError {
        if (closed || !group.isMulticast()) {
            throw new SocketError(Errno.EINVAL);
        }
    }

    @Override
    public void join(IpAddress group, String port) throws SocketError {
        requireGroup(group);
        memberships.join(group, port);
    }

    @Override
    public void join(IpAddress group, String port, IpAddress source) throws SocketError {
        requireGroup(group);
        memberships.join(group, port, source);
    }

    @Override
    public void leave(IpAddress group, String port) throws SocketError {
        memberships.leave(group, port);
    }

    @Override
    public void leave(IpAddress group, String port, IpAddress source) throws SocketError {
        memberships.leave(group, port, source);
    }

    @Override
    public void block(IpAddress group, String port, IpAddress source, boolean blocked) throws SocketError {
        memberships.block(group, port, source, blocked);
    }

    @Override
    public void multicastInterface(String port) {
        multicastInterface = port;
    }

    boolean hears(IpAddress group, IpAddress source) {
        return memberships.hear(group, source);
    }

    @Override
    public Optional<Datagram> receive() throws SocketError {
        throwPending();
        Datagram next = arrived.poll();
        if (next != null) {
            buffered -= next.bytes().length + OVERHEAD;
        }
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Datagram> peek() throws SocketError {
        throwPending();
        return Optional.ofNullable(arrived.peek());
    }

    @Override
    public boolean isReadable() {
        return error != null || !arrived.isEmpty();
    }

    private void throwPending() throws SocketError {
        Optional<Errno> pending = takeError();
        if (pending.isPresent()) {
            throw new SocketError(pending.get());
        }
    }

    /** How well this socket fits a datagram, 0 to 3; -1 if it is not for this socket at all. */
    int match(Endpoint to, Endpoint from) {
        boolean anyAddress = local.address().isUnspecified();
        if (to.port() != local.port() || !local.address().covers(to.address())
                || get(SocketOption.IPV6_ONLY) == 1 && local.isApart(to)
                || remote != null && !remote.equals(from)) {
            return -1;
        }
        return (remote != null ? 2 : 0) + (anyAddress ? 0 : 1);
    }

    void arrived(Endpoint from, Content payload) {
        byte[] bytes = payload.bytes();
        int room = 2 * get(SocketOption.RECEIVE_BUFFER);
        if (buffered + bytes.length + OVERHEAD > room) {
            udp.note(payload.frame(), "dropped: the receive buffer of " + local + " is full (" + room + " bytes)");
            return;
        }
        buffered += bytes.length + OVERHEAD;
        arrived.add(new Datagram(from, bytes));
        observer.changed();
    }

    /** Errors that may pass (RFC 1122, section 4.1.3.3) are not worth stopping a program for. */
    void failed(Unreachable why) {
        if (why == Unreachable.PORT || why == Unreachable.PROTOCOL) {
            error = Errno.ECONNREFUSED;
            observer.changed();
        }
    }

    @Override
    public void set(SocketOption option, int value) throws SocketError {
        boolean buffer = option == SocketOption.RECEIVE_BUFFER || option == SocketOption.SEND_BUFFER;
        if (buffer && value <= 0 || option == SocketOption.TIME_TO_LIVE && (value < 1 || value > 255)
                || option == SocketOption.MULTICAST_TTL && (value < 0 || value > 255)
                || option == SocketOption.TRAFFIC_CLASS && (value < 0 || value > 255)) {
            throw new SocketError(Errno.EINVAL);
        }
        options.put(option, switch (option) {
            case SEND_BUFFER -> Math.max(value, SMALLEST_SEND_BUFFER);
            case RECEIVE_BUFFER -> Math.max(value, SMALLEST_RECEIVE_BUFFER);
            default -> value;
        });
    }

    @Override
    public int get(SocketOption option) {
        return options.getOrDefault(option, switch (option) {
            case SEND_BUFFER, RECEIVE_BUFFER -> BUFFER;
            case TIME_TO_LIVE -> NetworkService.DEFAULT_TTL;
            case LINGER -> -1;
            case MULTICAST_TTL, MULTICAST_LOOP -> 1;
            // Whatever concerns streams only.
            default -> 0;
        });
    }

    @Override
    public Optional<Errno> takeError() {
        Optional<Errno> pending = Optional.ofNullable(error);
        error = null;
        return pending;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            udp.tell(SocketEvent.Change.CLOSED, this);
            arrived.clear();
            memberships.leaveAll();
            udp.release(this);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
