package org.sockeye.stack.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/**
 * A reliable transport that is not TCP: one numbered unit at a time, sent again until its acknowledgment comes. A unit
 * is ports (2 bytes each), kind (1), number (4), and for data the bytes; good enough to swap TCP for.
 */
final class StopAndWait implements StreamTransport, NetworkService.Receiver {

    /** Free for experiments (RFC 3692, section 2.1). */
    static final int PROTOCOL = 253;

    static final int HEADER = 9;

    final NetworkService network;
    final Environment environment;
    final Map<Integer, StopAndWaitSocket> listeners = new LinkedHashMap<>();
    final Map<List<Endpoint>, StopAndWaitSocket> connections = new LinkedHashMap<>();
    private final List<StopAndWaitSocket> sockets = new ArrayList<>();
    private int nextPort = 50_000;

    /** What a unit is. */
    enum Kind {
        OPEN, DATA, END, ACKNOWLEDGMENT
    }

    StopAndWait(NetworkService network, Environment environment) {
        this.network = network;
        this.environment = environment;
        network.attach(PROTOCOL, this);
    }

    @Override
    public StreamSocket open() {
        return create();
    }

    StopAndWaitSocket create() {
        StopAndWaitSocket socket = new StopAndWaitSocket(this);
        sockets.add(socket);
        return socket;
    }

    int freePort() {
        return nextPort++;
    }

    void gone(StopAndWaitSocket socket) {
        sockets.remove(socket);
    }

    @Override
    public List<StreamSocket> sockets() {
        return List.copyOf(sockets);
    }

    void send(Endpoint local, Endpoint remote, Kind kind, int number, Content payload) {
        byte[] header = ByteBuffer.allocate(HEADER).putShort((short) local.port()).putShort((short) remote.port())
                .put((byte) kind.ordinal()).putInt(number).array();
        network.send(local.address(), remote.address(), PROTOCOL, payload.behind(header));
    }

    @Override
    public void segment(IpAddress source, IpAddress destination, Content segment) {
        if (segment.bytes().length < HEADER) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(segment.bytes());
        Endpoint remote = new Endpoint(source, header.getShort() & 0xffff);
        Endpoint local = new Endpoint(destination, header.getShort() & 0xffff);
        Kind kind = Kind.values()[header.get() & 3];
        int number = header.getInt();
        StopAndWaitSocket connection = connections.get(List.of(local, remote));
        StopAndWaitSocket listener = listeners.get(local.port());
        if (connection == null && kind == Kind.OPEN && listener != null) {
            connection = create();
            connection.open(local, remote, listener);
        }
        if (connection != null) {
            connection.unit(kind, number, segment);
        }
    }

    @Override
    public void unreachable(NetworkService.Unreachable error, IpAddress source, IpAddress destination, byte[] quoted) {
        // It goes on trying.
    }
}
