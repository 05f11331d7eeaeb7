package org.sockeye.programs.sockets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** One socket of a program: the stack's, and the descriptor that stands for it. */
abstract class Served {

    static final byte[] NOTHING = {};

    /** That of the process which has called last. */
    Account account;
    private final List<Account> holders = new ArrayList<>();
    final boolean six;
    private @Nullable Descriptor descriptor;
    private int scope;

    /** @param six true for a socket of IPv6, which speaks IPv4 too */
    Served(Account account, boolean six) {
        this.account = account;
        this.six = six;
        holders.add(account);
    }

    /** Another process holds it too: a fork has shared it. */
    final void share(Account other) {
        holders.add(other);
    }

    /** A process holds it no more; true if nobody does. */
    final boolean release(Account holder) {
        holders.remove(holder);
        return holders.isEmpty();
    }

    final void calledBy(Account caller) {
        account = caller;
    }

    final void stimulate() {
        holders.forEach(Account::stimulate);
    }

    abstract Socket socket();

    abstract boolean isReadable();

    abstract boolean isWritable();

    /** Carries out what only this kind of socket can do. */
    abstract Reply serveOwn(Call call) throws SocketError;

    /** The program's descriptor is connected. */
    void attach(Descriptor shown) {
        descriptor = shown;
        show();
    }

    /** Shows the program what the socket is like. */
    final void show() {
        if (descriptor != null) {
            descriptor.show(isReadable(), isWritable());
        }
    }

    final Reply serve(Call call) {
        Reply reply;
        try {
            reply = serveAny(call);
        } catch (SocketError e) {
            reply = Reply.failed(e.errno().name(), e.errno().text());
        }
        show();
        return descriptor == null ? reply : descriptor.adjust(reply, isReadable(), isWritable());
    }

    private Reply serveAny(Call call) throws SocketError {
        switch (call.operation()) {
            case BIND:
                Endpoint wanted = endpoint(call);
                socket().bind(account.addresses().toBind(wanted));
                if (wanted.port() != 0) {
                    bound();
                }
                return Reply.done(0);
            case LOCAL:
                return Reply.done(0, named(socket().local()).encode());
            case REMOTE:
                Optional<Endpoint> remote = socket().remote();
                return Reply.done(0, named(remote.orElse(new Endpoint(Ipv4Address.ANY, 0))).encode());
            case GET_OPTION:
                return Reply.done(option(Option.values()[call.number()]));
            case SET_OPTION:
                option(Option.values()[call.number()], ByteBuffer.wrap(call.bytes()).getInt());
                return Reply.done(0);
            default:
                return serveOwn(call);
        }
    }

    /** The program has bound the socket to a port of its choice. */
    void bound() {
    }

    final void close() {
        socket().observe(() -> {
        });
        socket().close();
        if (descriptor != null) {
            descriptor.close();
        }
    }

    /** Closes the socket, and says when that is done. */
    void close(EventQueue events, Runnable done) {
        close();
        done.run();
    }

    int option(Option option) throws SocketError {
        return switch (option) {
            case ERROR -> {
                Optional<Errno> error = socket().takeError();
                if (error.isPresent()) {
                    throw new SocketError(error.get());
                }
                yield 0;
            }
            default -> socket().get(SocketOption.valueOf(option.name()));
        };
    }

    void option(Option option, int value) throws SocketError {
        switch (option) {
            case ERROR -> throw new SocketError(Errno.ENOPROTOOPT);
            default -> socket().set(SocketOption.valueOf(option.name()), value);
        }
    }

    /** The endpoint that a call's bytes begin with. */
    final Endpoint endpoint(Call call) throws SocketError {
        Sockaddr sockaddr = Sockaddr.decode(call.bytes(), 0);
        Endpoint written = Wide.endpoint(sockaddr);
        if (!six && written.address() instanceof Ipv6Address) {
            throw new SocketError(Errno.EAFNOSUPPORT);
        }
        if (sockaddr.scope() == 0 && six && written.address().isLinkLocal() && written.address().bitLength() == 128) {
            throw new SocketError(Errno.EINVAL);
        }
        scope = sockaddr.scope() == 0 ? scope : sockaddr.scope();
        return written;
    }

    /** What the program calls an endpoint. */
    final Sockaddr named(Endpoint endpoint) {
        IpAddress address = six && endpoint.address().isUnspecified() ? Ipv6Address.ANY : endpoint.address();
        return new Sockaddr(Wide.bytes(address), account.interfaces().scope(address, scope), endpoint.port());
    }
}
