package org.sockeye.stack.transport.tcp;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;

/** TCP on one host: hands out sockets, and each segment that arrives to the connection or listener that it is for. */
public final class TcpTransport implements StreamTransport, NetworkService.Receiver {

    private final Surroundings surroundings;
    private final ConnectionTable connections;
    private final Ports ports = new Ports();
    private final Set<TcpSocket> sockets = new LinkedHashSet<>();

    /**
     * TCP on the host of that name, behaving as on Linux; attaches itself to the network layer.
     *
     * @param host the name that notes in the trace bear
     */
    public TcpTransport(String host, NetworkService network, EventQueue events, Randomness randomness, Trace trace) {
        this(host, network, events, randomness, trace, TcpSettings.LINUX);
    }

    /** TCP with other settings. */
    public TcpTransport(String host, NetworkService network, EventQueue events, Randomness randomness, Trace trace,
            TcpSettings settings) {
        this.surroundings = new Surroundings(host, network, events, trace, settings, new Notifier(events),
                new ChallengeQuota(events, settings.get(TcpSetting.CHALLENGE_ACK_LIMIT)));
        this.connections = new ConnectionTable(events,
                new InitialSequence(randomness.stream("tcp " + host).nextLong()));
        network.attach(TcpHeader.PROTOCOL, this);
    }

    @Override
    public StreamSocket open() {
        TcpSocket socket = new TcpSocket(this, new SocketOptions(surroundings.settings()));
        surroundings.tell(SocketEvent.Change.OPENED, null, null);
        sockets.add(socket);
        return socket;
    }

    /**
     * The sockets there are, in the order in which they came to be: also those that a program has not accepted yet, or has
     * closed while the connection still ends, such as in TIME-WAIT.
     */
    @Override
    public List<StreamSocket> sockets() {
        return List.copyOf(sockets);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Message message(Origin origin, int length) {
        return surroundings.trace().message(surroundings.now(), origin, length);
    }

    Endpoint bind(TcpSocket socket, Endpoint wanted) throws SocketError {
        NetworkService network = surroundings.network();
        if (!wanted.address().isUnspecified() && !network.isLocal(wanted.address())) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
        Endpoint local = wanted.port() != 0 ? wanted : new Endpoint(wanted.address(), ports.free(Errno.EADDRINUSE));
        ports.bind(socket, local);
        return local;
    }

    Listener listen(TcpSocket socket, int backlog) throws SocketError {
        ports.check(socket, socket.local());
        Listener listener = new Listener(this, socket, backlog);
        ports.listen(socket.local(), listener);
        surroundings.note("tcp " + socket.local() + ": " + State.LISTEN);
        return listener;
    }

    void stopListening(TcpSocket socket) {
        ports.stopListening(socket.local());
        surroundings.note("tcp " + socket.local() + ": " + State.CLOSED);
    }

    /** A connection to {@code named}, not begun yet. */
    Connection connect(TcpSocket socket, Endpoint named) throws SocketError {
        NetworkService network = surroundings.network();
        Endpoint remote = named.address().isUnspecified()
                ? new Endpoint(named.address().loopback(), named.port()) : named;
        if (remote.address().isMulticast() || remote.address().equals(Ipv4Address.BROADCAST)) {
            throw new SocketError(Errno.ENETUNREACH);
        }
        Optional<IpAddress> source = network.sourceFor(remote.address());
        if (source.isEmpty()) {
            throw new SocketError(Errno.ENETUNREACH);
        }
        IpAddress address = socket.local().address().isUnspecified() ? source.get() : socket.local().address();
        int port = socket.local().port() != 0 ? socket.local().port() : ports.free(Errno.EADDRNOTAVAIL);
        ConnectionKey key = new ConnectionKey(new Endpoint(address, port), remote);
        Connection earlier = connections.find(key);
        if (earlier != null && !earlier.givesWay()) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
        ports.hold(socket, key.local());
        sockets.add(socket);
        Connection created = new Connection(surroundings, key, socket, connections);
        if (earlier != null) {
            created.clock().follow(earlier.clock());
        }
        return created;
    }

    /** A connection for a client whose SYN arrived at a listening socket, whose options it inherits. */
    Connection createClient(ConnectionKey key, TcpSocket listening) {
        TcpSocket socket = new TcpSocket(this, listening.options().copy());
        Connection connection = new Connection(surroundings, key, socket, connections);
        socket.become(connection);
        ports.hold(socket, key.local());
        sockets.add(socket);
        return connection;
    }

    /** A socket's connection is over, or the socket never had one. */
    void ended(TcpSocket socket) {
        if (socket.isClosed()) {
            ports.release(socket, socket.local());
            sockets.remove(socket);
        }
    }

    @Override
    public void segment(IpAddress source, IpAddress destination, Content content) {
        segment(source, destination, 0, content);
    }

    @Override
    public void segment(IpAddress source, IpAddress destination, int trafficClass, Content content) {
        byte[] bytes = content.array();
        int start = content.offset();
        Optional<TcpHeader> parsed = TcpHeader.parse(bytes, start, content.length());
        if (parsed.isEmpty() || !TcpHeader.verify(source, destination, bytes, start, content.length())) {
            surroundings.note("ignored: a TCP segment from " + source + " with a bad "
                    + (parsed.isEmpty() ? "header" : "checksum"));
            return;
        }
        TcpHeader header = parsed.get();
        ConnectionKey key = new ConnectionKey(new Endpoint(destination, header.destinationPort()),
                new Endpoint(source, header.sourcePort()));
        Connection connection = connections.find(key);
        if (connection != null && !connection.givesWayTo(header)) {
            connection.segment(header, content, trafficClass & NetworkService.CONGESTION);
        } else {
            unconnected(key, header, content.length() - header.headerLength());
        }
    }

    private void unconnected(ConnectionKey key, TcpHeader header, int payloadLength) {
        Listener listener = ports.listener(key.local());
        if (listener != null) {
            listener.segment(key, header, payloadLength);
        } else if (!header.has(TcpHeader.RST)) {
            surroundings.note(header.has(TcpHeader.SYN) ? "refused: no socket listens on " + key.local()
                    : "refused: no connection " + key);
            Refusal.send(surroundings, key, header, payloadLength);
        }
    }

    /** An ICMP error ends an attempt to connect; a connection that stands outlives it (RFC 5461). */
    @Override
    public void unreachable(Unreachable error, IpAddress source, IpAddress destination, byte[] quoted) {
        if (quoted.length < 8) {
            return;
        }
        int sourcePort = (quoted[0] & 0xff) << 8 | quoted[1] & 0xff;
        int destinationPort = (quoted[2] & 0xff) << 8 | quoted[3] & 0xff;
        Connection connection = connections
                .find(new ConnectionKey(new Endpoint(source, sourcePort), new Endpoint(destination, destinationPort)));
        if (connection == null) {
            return;
        }
        int sequence = ByteBuffer.wrap(quoted).getInt(4);
        Errno errno = switch (error) {
            case PORT, PROTOCOL -> Errno.ECONNREFUSED;
            case NETWORK -> Errno.ENETUNREACH;
            default -> Errno.EHOSTUNREACH;
        };
        // This host's own network layer may say so while the segment is being sent.
        surroundings.events().after(0, () -> {
            if (error == Unreachable.FRAGMENTATION_NEEDED) {
                connection.pathErrors().tooLarge(sequence);
            } else {
                connection.pathErrors().unreachable(errno, sequence);
            }
        });
    }
}
