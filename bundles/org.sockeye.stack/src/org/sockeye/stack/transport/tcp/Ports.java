package org.sockeye.stack.transport.tcp;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.transport.EphemeralPorts;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv6Address;

/** Which sockets have which local ports, those included that wait in TIME-WAIT. */
final class Ports {

    private final Map<Integer, Set<TcpSocket>> holders = new HashMap<>();
    private final Map<Endpoint, Listener> listeners = new HashMap<>();
    private final EphemeralPorts ephemeral = new EphemeralPorts();

    /** A port from 49152 on that no socket has. */
    int free(Errno ifNone) throws SocketError {
        return ephemeral.next(holders::containsKey).orElseThrow(() -> new SocketError(ifNone));
    }

    /**
     * Notes that a socket has a local port.
     *
     * @throws SocketError EADDRINUSE if another has it, unless both allow reuse and the other does not listen
     */
    void bind(TcpSocket socket, Endpoint local) throws SocketError {
        check(socket, local);
        hold(socket, local);
    }

    /** The check of {@link #bind} again: others may have begun to listen meanwhile. */
    void check(TcpSocket socket, Endpoint local) throws SocketError {
        for (TcpSocket other : holders.getOrDefault(local.port(), Set.of())) {
            boolean only = socket.options().isSet(SocketOption.IPV6_ONLY)
                    || other.options().isSet(SocketOption.IPV6_ONLY);
            if (other != socket && other.local().overlaps(local) && !(only && other.local().isApart(local))
                    && !(mayReuse(socket) && mayReuse(other) && !other.isListening())) {
                throw new SocketError(Errno.EADDRINUSE);
            }
        }
    }

    /** Notes that a socket has a local port together with others, as the clients that a listener takes in do. */
    void hold(TcpSocket socket, Endpoint local) {
        holders.computeIfAbsent(local.port(), port -> new LinkedHashSet<>()).add(socket);
    }

    void release(TcpSocket socket, Endpoint local) {
        Set<TcpSocket> sharing = holders.get(local.port());
        if (sharing != null && sharing.remove(socket) && sharing.isEmpty()) {
            holders.remove(local.port());
        }
    }

    void listen(Endpoint local, Listener listener) {
        listeners.put(local, listener);
    }

    void stopListening(Endpoint local) {
        listeners.remove(local);
    }

    /** Who listens on an endpoint, be it on just this address, on any of its family, or on any at all. */
    @Nullable
    Listener listener(Endpoint local) {
        Listener exact = listeners.get(local);
        Listener family = exact != null ? exact : listeners.get(new Endpoint(local.address().any(), local.port()));
        if (family != null || local.address().bitLength() == Ipv6Address.ANY.bitLength()) {
            return family;
        }
        Listener other = listeners.get(new Endpoint(Ipv6Address.ANY, local.port()));
        return other == null || other.socket().options().isSet(SocketOption.IPV6_ONLY) ? null : other;
    }

    private static boolean mayReuse(TcpSocket socket) {
        return socket.options().isSet(SocketOption.REUSE_ADDRESS);
    }
}
