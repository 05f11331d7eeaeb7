package org.sockeye.stack.topology;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketObserver;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.topology.StopAndWait.Kind;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** A socket of {@link StopAndWait}. */
final class StopAndWaitSocket implements StreamSocket {

    private static final long PATIENCE = 200_000_000L;
    private static final int BUFFER = 65536;

    private final StopAndWait transport;
    private final Queue<Unit> waiting = new ArrayDeque<>();
    private final Queue<StopAndWaitSocket> clients = new ArrayDeque<>();
    private SocketObserver observer = () -> {
    };
    private Endpoint local = new Endpoint(Ipv4Address.ANY, 0);
    private @Nullable Endpoint remote;
    private @Nullable StopAndWaitSocket listener;
    private @Nullable Unit underWay;
    private @Nullable Timer timer;
    private byte[] arrived = new byte[0];
    private int queued;
    private int sent;
    private int expected;
    private boolean listening;
    private boolean connected;
    private boolean atEnd;
    private boolean ended;
    private boolean closed;

    /** What is sent at a time. */
    private record Unit(Kind kind, Content payload) {
    }

    StopAndWaitSocket(StopAndWait transport) {
        this.transport = transport;
    }

    /** Becomes the other end of a client's connection. */
    void open(Endpoint here, Endpoint there, StopAndWaitSocket accepting) {
        local = here;
        remote = there;
        listener = accepting;
        connected = true;
        transport.connections.put(List.of(here, there), this);
    }

    void unit(Kind kind, int number, Content segment) {
        Endpoint there = remote;
        if (there == null) {
            return;
        }
        if (kind == Kind.ACKNOWLEDGMENT) {
            acknowledged(number);
            return;
        }
        if (number == expected) {
            expected++;
            take(kind, segment.bytes());
        }
        if (number < expected) {
            transport.send(local, there, Kind.ACKNOWLEDGMENT, number, Content.of(new byte[0]));
        }
        observer.changed();
    }

    private void take(Kind kind, byte[] bytes) {
        StopAndWaitSocket accepting = listener;
        if (kind == Kind.OPEN && accepting != null) {
            accepting.clients.add(this);
            accepting.observer.changed();
        } else if (kind == Kind.DATA) {
            int before = arrived.length;
            arrived = Arrays.copyOf(arrived, before + bytes.length - StopAndWait.HEADER);
            System.arraycopy(bytes, StopAndWait.HEADER, arrived, before, arrived.length - before);
        } else if (kind == Kind.END) {
            atEnd = true;
        }
    }

    private void acknowledged(int number) {
        Unit unit = underWay;
        if (unit == null || number != sent) {
            return;
        }
        sent++;
        underWay = null;
        if (timer != null) {
            timer.cancel();
        }
        connected |= unit.kind == Kind.OPEN;
        queued -= unit.payload.bytes().length;
        next();
        observer.changed();
    }

    private void enqueue(Kind kind, Content payload) {
        waiting.add(new Unit(kind, payload));
        queued += payload.bytes().length;
        if (underWay == null) {
            next();
        }
    }

    private void next() {
        underWay = waiting.poll();
        if (underWay != null) {
            transmit();
        } else if (closed && ended) {
            transport.gone(this);
        }
    }

    private void transmit() {
        Unit unit = underWay;
        Endpoint there = remote;
        if (unit != null && there != null) {
            transport.send(local, there, unit.kind, sent, unit.payload);
            timer = transport.environment.events().after(PATIENCE, this::transmit);
        }
    }

    @Override
    public void bind(Endpoint wanted) {
        local = wanted;
    }

    @Override
    public void listen(int backlog) {
        listening = true;
        transport.listeners.put(local.port(), this);
    }

    @Override
    public Optional<StreamSocket> accept() {
        return Optional.ofNullable(clients.poll());
    }

    @Override
    public boolean isAcceptable() {
        return !clients.isEmpty();
    }

    @Override
    public void connect(Endpoint peer) throws SocketError {
        local = new Endpoint(transport.network.sourceFor(peer.address())
                .orElseThrow(() -> new SocketError(Errno.ENETUNREACH)), transport.freePort());
        remote = peer;
        transport.connections.put(List.of(local, peer), this);
        enqueue(Kind.OPEN, Content.of(new byte[0]));
    }

    @Override
    public boolean isConnected() {
        return connected && !closed;
    }

    @Override
    public int send(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        Endpoint there = remote;
        if (there == null || ended) {
            throw new SocketError(there == null ? Errno.ENOTCONN : Errno.EPIPE);
        }
        int taken = Math.min(length, sendSpace());
        int most = transport.network.maximumSegment(there.address()) - StopAndWait.HEADER;
        Message message = transport.environment.trace().message(transport.environment.events().now(), origin, taken);
        for (int at = 0; at < taken; at += most) {
            int part = Math.min(most, taken - at);
            enqueue(Kind.DATA, new Content(Arrays.copyOfRange(bytes, offset + at, offset + at + part),
                    List.of(new MessageSlice(message, at, part, 0))));
        }
        return taken;
    }

    @Override
    public int sendSpace() {
        return BUFFER - queued;
    }

    @Override
    public int receive(byte[] into, int offset, int length) {
        int taken = Math.min(length, arrived.length);
        System.arraycopy(arrived, 0, into, offset, taken);
        arrived = Arrays.copyOfRange(arrived, taken, arrived.length);
        return taken == 0 && atEnd ? -1 : taken;
    }

    @Override
    public int available() {
        return arrived.length;
    }

    @Override
    public boolean isAtEnd() {
        return atEnd && arrived.length == 0;
    }

    @Override
    public void shutdownOutput() {
        if (remote != null && !ended) {
            ended = true;
            enqueue(Kind.END, Content.of(new byte[0]));
        }
    }

    @Override
    public void shutdownInput() {
        arrived = new byte[0];
    }

    @Override
    public String state() {
        return listening ? "LISTENING" : connected ? "OPEN" : "CLOSED";
    }

    @Override
    public void observe(SocketObserver fresh) {
        observer = fresh;
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
    public void set(SocketOption option, int value) {
        // It has nothing to be tuned.
    }

    @Override
    public int get(SocketOption option) {
        return 0;
    }

    @Override
    public Optional<Errno> takeError() {
        return Optional.empty();
    }

    @Override
    public void close() {
        shutdownOutput();
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
