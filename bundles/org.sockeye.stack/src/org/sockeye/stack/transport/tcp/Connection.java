package org.sockeye.stack.transport.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/**
 * One connection: its state, its parts, and the segments it sends. What its segments mean is told by {@link Arrival}; what
 * a program wants, by {@link TcpSocket}.
 */
final class Connection {

    private final Surroundings surroundings;
    private final ConnectionKey key;
    private final TcpSocket socket;
    private final ConnectionTable table;
    private final SequenceSpace space;
    private final Sender sender;
    private final Handshake handshake;
    private final KeepAlive keepAlive;
    private final Alarm ending;
    private final Arrival arrival = new Arrival(this);
    private final int announcedSegment;
    private @Nullable Receiver receiver;
    private @Nullable Listener listener;
    private State state = State.CLOSED;
    private boolean orphan;

    /**
     * A connection that has not begun.
     *
     * @param socket what the program holds, or will once it accepts
     * @param table where it is to be found as long as it lives
     */
    Connection(Surroundings surroundings, ConnectionKey key, TcpSocket socket, ConnectionTable table) {
        this.surroundings = surroundings;
        this.key = key;
        this.socket = socket;
        this.table = table;
        this.space = new SequenceSpace(table.initialSequence(key));
        this.announcedSegment = surroundings.network().maximumSegment(key.remote().address()) - TcpHeader.LENGTH;
        this.sender = new Sender(this, socket.options().sendBuffer());
        this.handshake = new Handshake(this, sender.roundTrip(), announcedSegment, socket.options());
        this.keepAlive = new KeepAlive(this);
        this.ending = surroundings.alarm(() -> become(State.CLOSED));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    ConnectionKey key() {
        return key;
    }

    TcpSocket socket() {
        return socket;
    }

    State state() {
        return state;
    }

    SequenceSpace space() {
        return space;
    }

    Sender sender() {
        return sender;
    }

    Handshake handshake() {
        return handshake;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }

    /** The receiving half; there is one once the peer's SYN has arrived. */
    Receiver receiver() {
        Receiver present = receiver;
        if (present == null) {
            throw new IllegalStateException(key + " has not received a SYN");
        }
        return present;
    }

    boolean hasReceiver() {
        return receiver != null;
    }

    /** The socket that listens, as long as this connection is one of those that it is opening. */
    @Nullable
    Listener listener() {
        return listener;
    }

    boolean noDelay() {
        return socket.options().isSet(SocketOption.NO_DELAY);
    }

    /** The program has closed its socket. */
    boolean isOrphan() {
        return orphan;
    }

    /** The peer lives and has shut its window on what is under way: no reason to give up. */
    boolean isHeldByPeer() {
        return !orphan && sender.window().size() == 0
                && surroundings.now() - keepAlive.lastHeard() <= RoundTrip.LONGEST;
    }

    /** Connects: sends SYN. */
    void open() {
        table.add(this);
        become(State.SYN_SENT);
        handshake.start();
    }

    /** Takes in a client: answers its SYN. */
    void answer(TcpHeader syn, Listener waiting) {
        listener = waiting;
        table.add(this);
        synArrived(syn);
    }

    /** The peer's SYN arrived, without an acknowledgment of ours. */
    void synArrived(TcpHeader syn) {
        createReceiver(syn);
        become(State.SYN_RECEIVED);
        handshake.answer();
    }

    void createReceiver(TcpHeader syn) {
        Receiver created = new Receiver(this, syn.sequence(), socket.options().receiveBuffer(), announcedSegment);
        handshake.synArrived(syn, created);
        receiver = created;
    }

    /**
     * The peer acknowledged our SYN.
     *
     * @return false if the program has so many clients waiting that this one must wait outside
     */
    boolean established() {
        Listener waiting = listener;
        if (waiting != null && !waiting.takeIn(this)) {
            return false;
        }
        listener = null;
        handshake.finish();
        become(State.ESTABLISHED);
        if (socket.options().isSet(SocketOption.KEEP_ALIVE)) {
            keepAlive.start();
        }
        if (orphan) {
            finish();
        }
        return true;
    }

    /** A new connection may begin where this one is but waiting for old segments to die out (RFC 9293, section 3.6.1). */
    boolean givesWayTo(TcpHeader header) {
        if (state != State.TIME_WAIT || !header.has(TcpHeader.SYN) || header.has(TcpHeader.ACK | TcpHeader.RST)) {
            return false;
        }
        long sequence = receiver().space().unwrap(header.sequence(), receiver().next());
        if (sequence < receiver().next()) {
            return false;
        }
        become(State.CLOSED);
        return true;
    }

    /** The network could not deliver a segment of ours. */
    void unreachable(Errno error) {
        if (state == State.SYN_SENT) {
            fail(error);
        }
    }

    void segment(TcpHeader header, byte[] bytes) {
        arrival.process(header, bytes);
    }

    /** Sends FIN behind what is queued. */
    void finish() {
        if (state.canSend()) {
            become(state.afterFinSent());
            sender.finish();
        }
    }

    /** The program has closed its socket: the connection ends by itself, with FIN, or at once with RST. */
    void release(boolean reset) {
        orphan = true;
        if (state == State.SYN_SENT) {
            become(State.CLOSED);
        } else if (state != State.CLOSED && (reset || receiver().available() > 0) && state != State.TIME_WAIT) {
            sendReset();
            become(State.CLOSED);
        } else if (hasReceiver()) {
            receiver().drop();
            finish();
            if (state == State.FIN_WAIT_2) {
                ending.set(surroundings.settings().finWait());
            }
        }
    }

    /** Ends without a word to the peer. */
    void fail(Errno error) {
        socket.failed(error);
        become(State.CLOSED);
    }

    /** Ends with RST. */
    void abort(Errno error) {
        sendReset();
        fail(error);
    }

    /** Goes on to the next state, and says so. */
    void become(State next) {
        if (next == state) {
            return;
        }
        state = next;
        note("tcp " + key + ": " + next);
        if (next == State.CLOSED || next == State.TIME_WAIT) {
            handshake.cancel();
            sender.cancel();
            keepAlive.stop();
        }
        if (next == State.TIME_WAIT) {
            ending.set(surroundings.settings().timeWait());
        } else if (next == State.FIN_WAIT_2 && orphan) {
            ending.set(surroundings.settings().finWait());
        } else if (next == State.CLOSED) {
            end();
        }
        changed();
    }

    private void end() {
        ending.cancel();
        if (hasReceiver()) {
            receiver().acknowledging().cancel();
        }
        table.remove(this);
        Listener waiting = listener;
        if (waiting != null) {
            waiting.forget(this);
        }
        socket.ended();
    }

    /** In TIME-WAIT, the peer's FIN came again. */
    void restartTimeWait() {
        ending.set(surroundings.settings().timeWait());
    }

    void changed() {
        surroundings.notifier().changed(socket);
    }

    void note(String text) {
        surroundings.note(text);
    }

    void sendSyn(int flags, int window, List<TcpOption> options) {
        emit(0, flags, window, options, 0, null);
    }

    void sendData(long sequence, int flags, int length, SendBuffer buffer) {
        emit(sequence, flags, receiver().advertise(), List.of(), length, buffer);
    }

    void sendAcknowledgment() {
        sendEmpty(sender.next());
    }

    /** Sends a segment that bears nothing but an acknowledgment. */
    void sendEmpty(long sequence) {
        emit(sequence, TcpHeader.ACK, receiver().advertise(), List.of(), 0, null);
    }

    void sendReset() {
        if (hasReceiver()) {
            emit(sender.next(), TcpHeader.RST | TcpHeader.ACK, 0, List.of(), 0, null);
        }
    }

    /** Refuses a segment that acknowledges what was never sent. */
    void sendResetFor(TcpHeader header) {
        Refusal.send(surroundings, key, header, 0);
    }

    private void emit(long sequence, int flags, int window, List<TcpOption> options, int length,
            @Nullable SendBuffer from) {
        Receiver acknowledges = receiver;
        int acknowledgment = 0;
        if (acknowledges != null) {
            acknowledgment = acknowledges.space().wrap(acknowledges.next());
            acknowledges.acknowledging().sent(acknowledges.next(), length > 0);
        }
        Endpoint local = key.local();
        Endpoint remote = key.remote();
        TcpHeader header = TcpHeader.of(local.port(), remote.port(), space.wrap(sequence), acknowledgment, flags,
                window,
                options);
        byte[] segment = header.emit(length);
        List<MessageSlice> messages = from == null || length == 0 ? List.of()
                : from.copy(sequence, length, segment, header.headerLength());
        IpAddress source = local.address();
        TcpHeader.seal(source, remote.address(), segment);
        surroundings.network().send(source, remote.address(), TcpHeader.PROTOCOL,
                socket.options().get(SocketOption.TIME_TO_LIVE), new Content(segment, messages));
    }

    /** Queues a message of the program. */
    void write(byte[] bytes, int offset, Message message) {
        sender.write(bytes, offset, message);
    }

    /** Takes what arrived, and tells the peer if that makes much room. */
    int read(byte[] into, int offset, int length) {
        int taken = receiver().read(into, offset, length);
        if (taken > 0 && state.canReceive() && receiver().isWorthAnnouncing()) {
            sendAcknowledgment();
        }
        return taken;
    }
}
