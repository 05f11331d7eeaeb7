package org.sockeye.stack.network.nat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Endpoint;

/** One port of the outer address, and the port of a host inside that it stands for, whomever it talks to (RFC 4787, 4.1). */
final class Mapping {

    private final int protocol;
    private final Endpoint inside;
    private final int port;
    private final boolean open;
    private final Map<Endpoint, Session> sessions = new LinkedHashMap<>();

    /**
     * A mapping without conversations yet.
     *
     * @param port the port of the outer address
     * @param open true if it stays, and anybody outside may begin a conversation
     */
    Mapping(int protocol, Endpoint inside, int port, boolean open) {
        this.protocol = protocol;
        this.inside = inside;
        this.port = port;
        this.open = open;
    }

    int protocol() {
        return protocol;
    }

    Endpoint inside() {
        return inside;
    }

    int port() {
        return port;
    }

    /** Its conversation with {@code outside}, begun now if there is none. */
    Session session(Endpoint outside) {
        return sessions.computeIfAbsent(outside, unknown -> new Session(protocol));
    }

    /** Its conversation with {@code outside}, if that may speak; null if not. */
    @Nullable
    Session permitted(Endpoint outside, long now) {
        Session session = sessions.get(outside);
        if (session != null && !session.isOver(now)) {
            return session;
        }
        return open ? session(outside) : null;
    }

    /** Forgets what has been silent for too long; true if nothing is left of it. */
    boolean isOver(long now) {
        sessions.values().removeIf(session -> session.isOver(now));
        return sessions.isEmpty() && !open;
    }
}
