package org.sockeye.programs.sockets;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** A stream socket of a program: fresh, listening, connecting or connected. */
final class ServedStream extends Served {

    private static final long SECOND = 1_000_000_000;
    /** The states of a closed connection whose FIN the peer has not acknowledged. */
    private static final Set<String> UNACKNOWLEDGED = Set.of("FIN-WAIT-1", "CLOSING", "LAST-ACK");

    private final StreamSocket stream;
    private Phase phase;
    private @Nullable Errno failure;
    private boolean inputShut;
    private boolean full;

    /** What the program has made of the socket. */
    private enum Phase {
        FRESH, LISTENING, CONNECTING, CONNECTED, FAILED
    }

    ServedStream(Account account, StreamSocket stream, boolean six, boolean connected) {
        super(account, six);
        this.stream = stream;
        phase = connected ? Phase.CONNECTED : Phase.FRESH;
        stream.observe(this::changed);
    }

    @Override
    StreamSocket socket() {
        return stream;
    }

    private void changed() {
        if (phase == Phase.CONNECTING) {
            if (stream.isConnected()) {
                phase = Phase.CONNECTED;
            } else {
                Optional<Errno> error = stream.takeError();
                if (error.isPresent()) {
                    failure = error.get();
                    phase = Phase.FAILED;
                }
            }
        }
        show();
    }

    @Override
    boolean isReadable() {
        return switch (phase) {
            case FRESH, CONNECTING -> false;
            case LISTENING -> stream.isAcceptable();
            case CONNECTED -> inputShut || stream.available() > 0 || stream.isAtEnd() || !stream.isConnected();
            case FAILED -> true;
        };
    }

    /** Once full, not before a third of the buffer is free again, as Linux does. */
    @Override
    boolean isWritable() {
        if (phase == Phase.CONNECTING) {
            return false;
        }
        if (full && (!stream.isConnected() || stream.isWritable())) {
            full = false;
        }
        return !full;
    }

    @Override
    Reply serveOwn(Call call) throws SocketError {
        return switch (call.operation()) {
            case LISTEN -> {
                stream.listen(call.number());
                phase = Phase.LISTENING;
                account.listens(stream.local());
                yield Reply.done(0);
            }
            case ACCEPT -> accept();
            case CONNECT -> connect(endpoint(call));
            case CONNECTED -> connected();
            case READ -> read(call.number(), stream::receive);
            case PEEK -> read(call.number(), stream::peek);
            case READ_URGENT -> readUrgent();
            case WRITE -> write(call, stream::send);
            case WRITE_URGENT -> write(call, stream::sendUrgent);
            case AVAILABLE -> Reply.done(inputShut ? 0 : stream.available());
            case SHUTDOWN -> shutdown(call.number());
            default -> throw new SocketError(Errno.EINVAL);
        };
    }

    private Reply accept() throws SocketError {
        Optional<StreamSocket> accepted = stream.accept();
        if (accepted.isEmpty()) {
            return Reply.again();
        }
        ServedStream served = new ServedStream(account, accepted.get(), six, true);
        Endpoint peer = accepted.get().remote().orElseThrow();
        return Reply.done(account.enter(served), named(peer).encode());
    }

    private Reply connect(Endpoint remote) throws SocketError {
        stream.connect(account.addresses().toReach(remote));
        phase = Phase.CONNECTING;
        changed();
        return connected();
    }

    private Reply connected() throws SocketError {
        return switch (phase) {
            case CONNECTED -> Reply.done(1);
            case FAILED -> throw new SocketError(failure == null ? Errno.ECONNREFUSED : failure);
            case CONNECTING -> Reply.again();
            default -> throw new SocketError(Errno.ENOTCONN);
        };
    }

    /** One of the ways to take bytes from the stream. */
    private interface Source {
        int take(byte[] into, int offset, int length) throws SocketError;
    }

    /** One of the ways to put bytes into it. */
    private interface Sink {
        int put(byte[] bytes, int offset, int length, Origin origin) throws SocketError;
    }

    private Reply read(int most, Source source) throws SocketError {
        if (inputShut) {
            return Reply.done(0);
        }
        byte[] bytes = new byte[Math.min(most, Math.max(1, stream.available()))];
        int count = source.take(bytes, 0, bytes.length);
        return count == 0 ? Reply.again() : Reply.done(0, count < 0 ? NOTHING : Arrays.copyOf(bytes, count));
    }

    private Reply readUrgent() throws SocketError {
        OptionalInt urgent = stream.receiveUrgent();
        return urgent.isEmpty() ? Reply.again() : Reply.done(0, new byte[] { (byte) urgent.getAsInt() });
    }

    private Reply write(Call call, Sink sink) throws SocketError {
        int taken = sink.put(call.bytes(), 0, call.bytes().length, account.origin(call.origin()));
        if (taken == 0 && call.bytes().length > 0) {
            full = true;
            return Reply.again();
        }
        return Reply.done(taken);
    }

    private Reply shutdown(int how) throws SocketError {
        if (how != 1) {
            inputShut = true;
            stream.shutdownInput();
        }
        if (how != 0) {
            stream.shutdownOutput();
        }
        return Reply.done(0);
    }

    /** With time to linger, not before the peer has acknowledged everything, FIN included, or the time is over. */
    @Override
    void close(EventQueue events, Runnable done) {
        int seconds = stream.get(SocketOption.LINGER);
        close();
        if (seconds <= 0 || !isEnding()) {
            done.run();
            return;
        }
        boolean[] told = new boolean[1];
        Runnable once = () -> {
            if (!told[0]) {
                told[0] = true;
                done.run();
            }
        };
        stream.observe(() -> {
            if (!isEnding()) {
                once.run();
            }
        });
        events.after(seconds * SECOND, once);
    }

    private boolean isEnding() {
        return UNACKNOWLEDGED.contains(stream.state());
    }
}
