package org.sockeye.drill.run;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Makes system calls of what scripts write, and of each an attempt that can be tried until it is done. */
final class SystemCalls {

    private final Program program;
    private final Transfers transfers;
    private final Messages messages;
    private final SocketOptionCalls options;
    private final Polling polling;

    SystemCalls(Program program) {
        this.program = program;
        this.transfers = new Transfers(program);
        this.messages = new Messages(program, transfers);
        this.options = new SocketOptionCalls(program);
        this.polling = new Polling(program);
    }

    /** The call, ready to be tried. */
    Attempt prepare(Event.SystemCall call) throws ScriptException, UnsupportedException {
        Arguments arguments = Arguments.of(call);
        return switch (call.name()) {
            case "socket" -> socket(arguments.count(3, "socket(..., SOCK_STREAM, IPPROTO_TCP) = 3"), call);
            case "bind" -> bind(arguments.count(3, "bind(3, ..., ...) = 0"));
            case "listen" -> listen(arguments.count(2, "listen(3, 1) = 0"));
            case "accept" -> accept(arguments.count(3, "accept(3, ..., ...) = 4"), call, 0);
            case "accept4" -> accept(arguments.count(4, "accept4(3, ..., ..., SOCK_NONBLOCK) = 4"), call,
                    arguments.integer(3));
            case "connect" -> connect(arguments.count(3, "connect(3, ..., ...) = 0"));
            case "read", "write", "recv", "send", "recvfrom", "sendto", "readv", "writev" ->
                transfers.prepare(arguments);
            case "recvmsg", "sendmsg" -> messages.prepare(arguments);
            case "close" -> close(arguments.count(1, "close(3) = 0"));
            case "shutdown" -> shutdown(arguments.count(2, "shutdown(3, SHUT_WR) = 0"));
            case "fcntl" -> fileControl(arguments);
            case "ioctl" -> options.ioctl(arguments);
            case "setsockopt" -> options.set(arguments.count(5, "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0"));
            case "getsockopt" -> options.get(arguments.count(5, "getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0"));
            case "poll" -> polling.poll(arguments.count(3, "poll([{fd=3, events=POLLIN, revents=0}], 1, 0) = 0"));
            case "epoll_create", "epoll_create1" ->
                polling.create(arguments.count(1, "epoll_create(1) = 5"), number(call));
            case "epoll_ctl" ->
                polling.control(arguments.count(4, "epoll_ctl(5, EPOLL_CTL_ADD, 4, {events=EPOLLIN, fd=4})"
                        + " = 0"));
            case "epoll_wait" -> polling.await(arguments.count(4, "epoll_wait(5, {events=EPOLLIN, fd=4}, 1, 0) = 1"));
            default -> throw new UnsupportedException(call.position(), "the system call " + call.name());
        };
    }

    /** The number that the script gives a new descriptor. */
    private static OptionalLong number(Event.SystemCall call) throws ScriptException, UnsupportedException {
        Expression result = call.result();
        return result == null || !call.errno().isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(Arguments.number(result));
    }

    private Attempt socket(Arguments arguments, Event.SystemCall call) throws ScriptException, UnsupportedException {
        if (!arguments.isAnything(0) && !(arguments.at(0) instanceof Expression.Flags)) {
            throw new ScriptException(arguments.at(0).position(), "write ... for the address family of the run");
        }
        if (!arguments.isAnything(0) && arguments.number(0) != program.plan().version().family()) {
            throw new UnsupportedException(arguments.at(0).position(), "the address family " + arguments.constant(0));
        }
        int type = arguments.integer(1);
        boolean nonBlocking = (type & Constants.O_NONBLOCK) != 0;
        OptionalLong number = number(call);
        int kind = type & 0xf;
        if (kind != 1 && kind != 2) {
            throw new UnsupportedException(arguments.at(1).position(), "sockets of the type " + kind);
        }
        return () -> {
            if (number.isPresent()) {
                program.descriptors().put(number.getAsLong(), new Descriptor.Open(
                        kind == 1 ? program.bed().tcp().open() : program.bed().udp().open(), nonBlocking));
            }
            return Result.of(number.orElse(0));
        };
    }

    private Attempt bind(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        Endpoint local = Arguments.endpoint(arguments.at(1),
                new Endpoint(program.plan().local(), program.plan().localPort()));
        return () -> onSocket(number, open -> {
            open.socket().bind(local);
            if (open.datagram() != null) {
                program.listens(open.socket().local().port());
            }
            return Result.ZERO;
        });
    }

    private Attempt listen(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        int backlog = arguments.integer(1);
        return () -> onStream(number, (open, stream) -> {
            stream.listen(backlog);
            program.listens(stream.local().port());
            return Result.ZERO;
        });
    }

    private Attempt accept(Arguments arguments, Event.SystemCall call, int flags)
            throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        OptionalLong name = number(call);
        return () -> onStream(number, (open, stream) -> {
            var client = stream.accept();
            if (client.isEmpty()) {
                return open.isNonBlocking() ? Result.error("EAGAIN") : null;
            }
            Descriptor.Open accepted = new Descriptor.Open(client.get(), (flags & Constants.O_NONBLOCK) != 0);
            accepted.connecting(false);
            if (name.isPresent()) {
                program.descriptors().put(name.getAsLong(), accepted);
            }
            return Result.of(name.orElse(0));
        });
    }

    private Attempt connect(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        Endpoint remote = Arguments.endpoint(arguments.at(1),
                new Endpoint(program.plan().remote(), program.plan().remotePort()));
        return () -> onSocket(number, open -> {
            DatagramSocket datagram = open.datagram();
            if (datagram != null) {
                datagram.connect(remote);
                program.connects(UdpHeader.PROTOCOL, datagram.local().port(), remote.port());
                return Result.ZERO;
            }
            StreamSocket stream = open.stream();
            return stream == null ? Result.error("ENOTSOCK") : connect(open, stream, remote);
        });
    }

    private @Nullable Result connect(Descriptor.Open open, StreamSocket stream, Endpoint remote)
            throws SocketError {
        if (!open.isConnecting()) {
            if (stream.local().port() == 0 && open.ephemeralPort() != 0) {
                stream.set(SocketOption.REUSE_ADDRESS, 1);
                stream.bind(new Endpoint(program.plan().local(), open.ephemeralPort()));
            }
            if (stream.local().port() == 0) {
                program.connects(TcpHeader.PROTOCOL, 0, remote.port());
            } else {
                program.connects(TcpHeader.PROTOCOL, stream.local().port(), remote.port());
            }
            stream.connect(remote);
            open.connecting(true);
            if (open.isNonBlocking()) {
                return Result.error("EINPROGRESS");
            }
        }
        if (stream.isConnected()) {
            open.connecting(false);
            return Result.ZERO;
        }
        Errno error = stream.takeError().orElse(null);
        if (error != null || stream.state().equals("CLOSED")) {
            open.connecting(false);
            return Result.error(error == null ? "ECONNABORTED" : error.name());
        }
        return open.isNonBlocking() ? Result.error("EALREADY") : null;
    }

    private Attempt close(Arguments arguments) throws ScriptException, UnsupportedException {
        return new Closing(program, arguments.number(0));
    }

    private Attempt shutdown(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        int how = arguments.integer(1);
        return () -> onStream(number, (open, stream) -> {
            if (how < 0 || how > 2) {
                return Result.error("EINVAL");
            }
            if (how != 1) {
                stream.shutdownInput();
            }
            if (how != 0) {
                stream.shutdownOutput();
            }
            return Result.ZERO;
        });
    }

    private Attempt fileControl(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        String command = arguments.constant(1);
        switch (command) {
            case "F_GETFL" -> {
                return () -> onSocket(number,
                        open -> Result.of(Constants.O_RDWR | (open.isNonBlocking() ? Constants.O_NONBLOCK : 0)));
            }
            case "F_SETFL" -> {
                int flags = arguments.count(3, "fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0").integer(2);
                return () -> onSocket(number, open -> {
                    open.nonBlocking((flags & Constants.O_NONBLOCK) != 0);
                    return Result.ZERO;
                });
            }
            default -> throw new UnsupportedException(arguments.at(1).position(), "fcntl " + command);
        }
    }

    // What a call does with the descriptor it names

    /** Something done to a socket; null as long as it has to wait. */
    @FunctionalInterface
    interface OnSocket {

        @Nullable
        Result apply(Descriptor.Open open) throws SocketError, Mismatch;
    }

    /** Something done to a stream socket. */
    @FunctionalInterface
    interface OnStream {

        @Nullable
        Result apply(Descriptor.Open open, StreamSocket stream) throws SocketError, Mismatch;
    }

    private @Nullable Result onSocket(long number, OnSocket action) throws Mismatch {
        return onSocket(program, number, action);
    }

    private @Nullable Result onStream(long number, OnStream action) throws Mismatch {
        return onStream(program, number, action);
    }

    static @Nullable Result onSocket(Program program, long number, OnSocket action)
            throws Mismatch {
        Descriptor.Open open = program.descriptors().socket(number);
        if (open == null) {
            return Result.error(program.descriptors().get(number) == null ? "EBADF" : "ENOTSOCK");
        }
        try {
            return action.apply(open);
        } catch (SocketError e) {
            return Result.error(e.errno().name());
        }
    }

    static @Nullable Result onStream(Program program, long number, OnStream action)
            throws Mismatch {
        return onSocket(program, number, open -> {
            StreamSocket stream = open.stream();
            return stream == null ? Result.error("EOPNOTSUPP") : action.apply(open, stream);
        });
    }
}
