package org.sockeye.stack.transport.tcp;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketObserver;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.transport.tcp.congestion.CongestionControls;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** A TCP socket: at first nothing but a name and options, then a listener or one end of a connection. */
final class TcpSocket implements StreamSocket {

    private static final Endpoint UNBOUND = new Endpoint(Ipv4Address.ANY, 0);

    private final TcpTransport transport;
    private final SocketOptions options;
    private SocketObserver observer = () -> {
    };
    private Endpoint local = UNBOUND;
    private @Nullable Connection connection;
    private @Nullable Listener listener;
    private final PendingError error = new PendingError();
    private boolean inputShut;
    private boolean closed;
    private boolean changed;

    TcpSocket(TcpTransport transport, SocketOptions options) {
        this.transport = transport;
        this.options = options;
    }

    /** Becomes the local end of a connection that a listener takes in. */
    void become(Connection client) {
        local = client.key().local();
        connection = client;
    }

    SocketOptions options() {
        return options;
    }

    boolean isListening() {
        return listener != null;
    }

    /** Marks the socket as one whose observer is to be told; false if it is already. */
    boolean markChanged() {
        boolean first = !changed;
        changed = true;
        return first;
    }

    void tellObserver() {
        changed = false;
        observer.changed();
    }

    void failed(Errno errno) {
        error.become(errno);
    }

    /** The connection is over: nobody needs the port any more, unless the program may go on with the socket. */
    void ended() {
        transport.ended(this);
    }

    private void tell(SocketEvent.Change change) {
        transport.surroundings().tell(change, local.port() == 0 ? null : local, remote().orElse(null));
    }

    @Override
    public void observe(SocketObserver newObserver) {
        observer = newObserver;
    }

    @Override
    public void bind(Endpoint wanted) throws SocketError {
        if (local.port() != 0 || connection != null || closed) {
            throw new SocketError(Errno.EINVAL);
        }
        local = transport.bind(this, wanted);
        tell(SocketEvent.Change.BOUND);
    }

    @Override
    public Endpoint local() {
        return local;
    }

    @Override
    public Optional<Endpoint> remote() {
        return present().map(present -> present.key().remote());
    }

    @Override
    public void listen(int backlog) throws SocketError {
        Listener present = listener;
        if (present != null) {
            present.backlog(backlog);
            return;
        }
        if (closed || connection != null && connectionState() != State.CLOSED) {
            throw new SocketError(Errno.EINVAL);
        }
        if (local.port() == 0) {
            local = transport.bind(this, local);
        }
        listener = transport.listen(this, backlog);
        tell(SocketEvent.Change.LISTENING);
    }

    @Override
    public boolean isAcceptable() {
        Listener present = listener;
        return present != null && present.hasNext();
    }

    @Override
    public Optional<StreamSocket> accept() throws SocketError {
        Listener present = listener;
        if (present == null) {
            throw new SocketError(Errno.EINVAL);
        }
        TcpSocket client = present.next();
        if (client != null) {
            client.tell(SocketEvent.Change.ACCEPTED);
        }
        return Optional.ofNullable(client);
    }

    @Override
    public void connect(Endpoint remote) throws SocketError {
        if (listener != null || closed) {
            throw new SocketError(Errno.EINVAL);
        }
        if (connection != null && connectionState() != State.CLOSED) {
            throw new SocketError(connectionState() == State.SYN_SENT ? Errno.EINPROGRESS : Errno.EISCONN);
        }
        error.become(null);
        Connection created = transport.connect(this, remote);
        local = created.key().local();
        connection = created;
        created.open();
    }

    @Override
    public boolean isConnected() {
        return connectionState().isSynchronized() && !closed;
    }

    @Override
    public int send(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin, Manner.WHOLE);
    }

    @Override
    public int sendPart(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin, Manner.PART);
    }

    @Override
    public int sendRecord(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin, Manner.RECORD);
    }

    @Override
    public int sendUrgent(byte[] bytes, int offset, int length, Origin origin) throws SocketError {
        return send(bytes, offset, length, origin, Manner.URGENT);
    }

    private int send(byte[] bytes, int offset, int length, Origin origin, Manner manner) throws SocketError {
        error.raise();
        Connection present = connection;
        if (present == null || listener != null) {
            throw new SocketError(Errno.ENOTCONN);
        }
        State state = present.state();
        if (state == State.SYN_SENT || state == State.SYN_RECEIVED) {
            return 0;
        }
        if (closed || !state.canSend()) {
            throw new SocketError(Errno.EPIPE);
        }
        int taken = present.sender().sendSpace().take(length);
        if (taken > 0) {
            present.sender().write(bytes, offset, transport.message(origin, taken), manner.of(taken == length));
        }
        return taken;
    }

    @Override
    public int unacknowledged() {
        return present().map(present -> present.sender().buffer().size()).orElse(0);
    }

    @Override
    public int unsent() {
        return present().map(present -> present.sender().unsent()).orElse(0);
    }

    @Override
    public int sendSpace() {
        Connection present = connection;
        return closed || present == null || !present.state().canSend() ? 0
                : present.sender().sendSpace().room(Integer.MAX_VALUE);
    }

    @Override
    public boolean isWritable() {
        Connection present = connection;
        return sendSpace() > 0 && present != null && present.sender().sendSpace().isWritable();
    }

    @Override
    public int receive(byte[] into, int offset, int length) throws SocketError {
        Connection present = connection;
        if (present != null && available() > 0) {
            return present.read(into, offset, length);
        }
        return nothing();
    }

    @Override
    public int peek(byte[] into, int offset, int length) throws SocketError {
        Connection present = connection;
        if (present != null && available() > 0) {
            return present.receiver().peek(into, offset, length);
        }
        return nothing();
    }

    @Override
    public OptionalInt receiveUrgent() throws SocketError {
        if (options.isSet(SocketOption.URGENT_INLINE) || !hasUrgent()) {
            throw new SocketError(Errno.EINVAL);
        }
        return connected().receiver().urgent().take();
    }

    @Override
    public boolean isAtUrgentMark() {
        return arriving().map(Receiver::isAtMark).orElse(false);
    }

    @Override
    public boolean hasUrgent() {
        return arriving().map(receiver -> receiver.urgent().isPending()).orElse(false);
    }

    private Optional<Receiver> arriving() {
        return present().filter(Connection::hasReceiver).map(Connection::receiver);
    }

    /** There is nothing to read: because of the end, of an error, or for now. */
    private int nothing() throws SocketError {
        if (isAtFin() || inputShut) {
            return -1;
        }
        error.raise();
        if (connection == null || listener != null) {
            throw new SocketError(Errno.ENOTCONN);
        }
        return connectionState() == State.CLOSED ? -1 : 0;
    }

    @Override
    public int available() {
        return arriving().map(Receiver::available).orElse(0);
    }

    @Override
    public boolean isAtEnd() {
        boolean over = connection != null && connectionState() == State.CLOSED && error.isNone();
        return available() == 0 && (isAtFin() || inputShut || over);
    }

    private boolean isAtFin() {
        return arriving().map(Receiver::isAtFin).orElse(false);
    }

    @Override
    public void shutdownOutput() throws SocketError {
        connected().finish();
    }

    @Override
    public void shutdownInput() throws SocketError {
        connected().receiver().drop();
        inputShut = true;
    }

    private Connection connected() throws SocketError {
        Connection present = connection;
        if (present == null || !present.state().isSynchronized()) {
            throw new SocketError(Errno.ENOTCONN);
        }
        return present;
    }

    @Override
    public void set(SocketOption option, int value) throws SocketError {
        options.set(option, value);
        Connection present = connection;
        if (present != null && present.state() != State.CLOSED) {
            OptionEffects.apply(option, options, present);
        }
    }

    @Override
    public int get(SocketOption option) {
        Connection present = connection;
        return present == null ? options.get(option) : OptionEffects.get(option, options, present);
    }

    @Override
    public String congestionControl() {
        return options.congestion();
    }

    @Override
    public void congestionControl(String name) throws SocketError {
        CongestionControls controls = transport.surroundings().settings().controls();
        if (!controls.names().contains(name)) {
            throw new SocketError(Errno.ENOENT);
        }
        Connection present = connection;
        if (present != null && !name.equals(options.congestion())) {
            present.sender().control(controls.create(name));
        }
        options.congestion(name);
    }

    @Override
    public Optional<Errno> takeError() {
        return error.take();
    }

    @Override
    public void close() {
        close(options.get(SocketOption.LINGER) == 0);
    }

    /** Nobody will ever accept this client. */
    void abandon() {
        close(true);
    }

    private void close(boolean reset) {
        if (closed) {
            return;
        }
        closed = true;
        tell(SocketEvent.Change.CLOSED);
        Listener waiting = listener;
        if (waiting != null) {
            transport.stopListening(this);
            waiting.close();
            listener = null;
        }
        Connection present = connection;
        if (present != null) {
            present.release(reset);
        }
        if (connectionState() == State.CLOSED) {
            transport.ended(this);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public String state() {
        return (listener != null ? State.LISTEN : connectionState()).toString();
    }

    @Override
    public Optional<TcpInfo> info() {
        return present().map(Connection::info);
    }

    private State connectionState() {
        return present().map(Connection::state).orElse(State.CLOSED);
    }

    private Optional<Connection> present() {
        Connection present = connection;
        return present == null ? Optional.empty() : Optional.of(present);
    }
}
