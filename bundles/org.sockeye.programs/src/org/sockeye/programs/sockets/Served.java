package org.sockeye.programs.sockets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** One socket of a program: the stack's, and the descriptor that stands for it. */
abstract class Served {

    static final byte[] NOTHING = {};

    final Account account;
    private @Nullable Descriptor descriptor;

    Served(Account account) {
        this.account = account;
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
                Endpoint wanted = endpoint(call.bytes());
                socket().bind(account.addresses().toBind(wanted));
                if (wanted.port() != 0) {
                    bound();
                }
                return Reply.done(0);
            case CLOSE:
                close();
                return Reply.done(0);
            case LOCAL:
                return Reply.done(0, bytes(socket().local(), NOTHING));
            case REMOTE:
                Optional<Endpoint> remote = socket().remote();
                return Reply.done(0, bytes(remote.orElse(new Endpoint(Ipv4Address.ANY, 0)), NOTHING));
            case GET_OPTION:
                return Reply.done(socket().get(option(call)));
            case SET_OPTION:
                socket().set(option(call), java.nio.ByteBuffer.wrap(call.bytes()).getInt());
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

    private static SocketOption option(Call call) {
        return SocketOption.valueOf(Option.values()[call.number()].name());
    }

    static Endpoint endpoint(byte[] bytes) {
        return new Endpoint(Ipv4Address.of(bytes, 0), (bytes[4] & 0xff) << 8 | bytes[5] & 0xff);
    }

    static byte[] bytes(Endpoint endpoint, byte[] payload) {
        return Texts.endpoint(endpoint.address().toBytes(), endpoint.port(), payload);
    }
}
