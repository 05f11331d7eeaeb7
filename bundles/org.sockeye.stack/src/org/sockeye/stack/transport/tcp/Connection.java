package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.TcpHeader;

/**
 * One connection: its state and its parts. What segments mean is told by {@link Arrival}; what a program wants, by
 * {@link TcpSocket}; {@link SegmentWriter} sends.
 */
final class Connection {

    private static final int IP_HEADER = 20;

    private final Surroundings surroundings;
    private final ConnectionKey key;
    private final TcpSocket socket;
    private final ConnectionTable table;
    private final SequenceSpace space;
    private final Sender sender;
    private final Handshake handshake;
    private final KeepAlive keepAlive;
    private final Alarm ending;
    private final PathErrors pathErrors = new PathErrors(this);
    private final Arrival arrival = new Arrival(this);
    private final Agreement agreement;
    private final TimestampClock clock;
    private final SegmentWriter writer;
    private final Chronicle chronicle = new Chronicle(this);
    private @Nullable Receiver receiver;
    private @Nullable Listener listener;
    private State state = State.CLOSED;
    private boolean orphan;
    private long since;

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
        this.agreement = new Agreement(surroundings.settings(), socket.options(), fitting(false));
        this.clock = new TimestampClock(surroundings.events(), table.timestampOffset(key));
        this.writer = new SegmentWriter(this);
        this.sender = new Sender(this, socket.options());
        this.handshake = new Handshake(this, sender.roundTrip(), socket.options());
        this.keepAlive = new KeepAlive(this);
        this.ending = surroundings.alarm(key, TimerEvent.Kind.TIME_WAIT, () -> become(State.CLOSED));
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

    Chronicle chronicle() {
        return chronicle;
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

    /** What both ends agree on. */
    Agreement agreement() {
        return agreement;
    }

    /** Timestamps of this end and of the peer, if both agree on them. */
    TimestampClock clock() {
        return clock;
    }

    SegmentWriter writer() {
        return writer;
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

    /** The program wants full segments only. */
    boolean isCorked() {
        return socket.options().isSet(SocketOption.CORK);
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

    /** The largest payload that the program allows and that fits the path as far as it is known, or only the first link. */
    int fitting(boolean path) {
        IpAddress there = key.remote().address();
        int fitting = (path ? surroundings.network().maximumSegment(there)
                : surroundings.network().interfaceMaximumSegment(there)) - TcpHeader.LENGTH;
        int chosen = socket.options().get(SocketOption.MAXIMUM_SEGMENT);
        return chosen == 0 ? fitting : Math.min(chosen, fitting);
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
        Receiver created = new Receiver(this, syn.sequence());
        handshake.synArrived(syn, created);
        receiver = created;
    }

    /**
     * The peer acknowledged our SYN.
     *
     * @param header what it sent
     * @return false if the program has so many clients waiting that this one must wait outside
     */
    boolean established(TcpHeader header) {
        Listener waiting = listener;
        if (waiting != null && !waiting.takeIn(this)) {
            return false;
        }
        listener = null;
        handshake.finish(header);
        receiver().acknowledging().established();
        become(State.ESTABLISHED);
        if (waiting == null) {
            receiver().accepted();
            surroundings.tell(SocketEvent.Change.CONNECTED, key.local(), key.remote());
        }
        keepAlive.heard();
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
        if (sequence < receiver().next() && !(agreement.timestamps() && clock.isNew(header))) {
            return false;
        }
        become(State.CLOSED);
        return true;
    }

    /** A new connection of ours may begin where this one waits for old segments to die out: timestamps tell them apart. */
    boolean givesWay() {
        TcpSettings settings = surroundings.settings();
        long policy = settings.get(TcpSetting.TIME_WAIT_REUSE);
        if (state != State.TIME_WAIT || !agreement.timestamps()
                || surroundings.now() - since < settings.get(TcpSetting.TIME_WAIT_REUSE_DELAY)
                || policy == 0 || policy == 2 && !key.remote().address().isLoopback()) {
            return false;
        }
        become(State.CLOSED);
        return true;
    }

    /** What routers say about segments of this connection. */
    PathErrors pathErrors() {
        return pathErrors;
    }

    void segment(TcpHeader header, Content content, int congestion) {
        arrival.process(header, content, congestion);
        chronicle.look();
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
                awaitFin();
            }
        }
    }

    /** Ends without a word to the peer. */
    void fail(Errno error) {
        socket.failed(error == Errno.ETIMEDOUT ? pathErrors.likely(error) : error);
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
            since = surroundings.now();
            ending.set(surroundings.settings().timeWait());
        } else if (next == State.FIN_WAIT_2 && orphan) {
            awaitFin();
        } else if (next == State.CLOSED) {
            end();
        }
        chronicle.look();
        changed();
    }

    /** Nobody waits forever for the peer's FIN once the program has closed its socket. */
    private void awaitFin() {
        ending.set(socket.options().finWait());
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

    /** What it knows about itself: each part tells its own. */
    TcpInfo info() {
        TcpInfo info = new TcpInfo();
        info.put(Field.STATE, state.number());
        info.put(Field.PMTU, surroundings.network().maximumSegment(key.remote().address()) + IP_HEADER);
        agreement.tell(info);
        SenderReport.tell(sender, keepAlive, info);
        if (hasReceiver()) {
            receiver().tell(info);
        }
        return info;
    }

    void note(String text) {
        surroundings.note(text);
    }

    void sendData(long sequence, int flags, int length, SendBuffer buffer, long urgentEnd) {
        writer.data(sequence, flags, length, buffer, urgentEnd);
    }

    void sendAcknowledgment() {
        writer.empty(sender.next());
    }

    /** Sends a segment that bears nothing but an acknowledgment. */
    void sendEmpty(long sequence) {
        writer.empty(sequence);
    }

    void sendReset() {
        if (hasReceiver()) {
            writer.reset(sender.next());
        }
    }

    /** Refuses a segment that acknowledges what was never sent. */
    void sendResetFor(TcpHeader header) {
        Refusal.send(surroundings, key, header, 0);
    }

    /** The program is, or is not, in a hurry to have acknowledged what arrives. */
    void hurryAcknowledgments(boolean hurry) {
        receiver().acknowledging().converse(!hurry);
        if (hurry && receiver().acknowledging().isScheduled()) {
            sendAcknowledgment();
        }
    }

    /** Takes what arrived, and tells the peer if that makes much room. */
    int read(byte[] into, int offset, int length) {
        int taken = receiver().read(into, offset, length);
        if (taken > 0 && receiver().isWorthAnnouncing() && state != State.CLOSED && state != State.TIME_WAIT) {
            sendAcknowledgment();
        }
        return taken;
    }
}
