package org.sockeye.stack.transport.tcp;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;

/** The connections of a host, by both their ends. */
final class ConnectionTable {

    private final EventQueue events;
    private final InitialSequence initialSequence;
    private final Map<ConnectionKey, Connection> connections = new HashMap<>();

    ConnectionTable(EventQueue events, InitialSequence initialSequence) {
        this.events = events;
        this.initialSequence = initialSequence;
    }

    int initialSequence(ConnectionKey key) {
        return initialSequence.next(key, events.now());
    }

    /** Where a connection's timestamps start: not at 0, so that nobody learns for how long the host has been up. */
    int timestampOffset(ConnectionKey key) {
        return initialSequence.timestampOffset(key);
    }

    @Nullable
    Connection find(ConnectionKey key) {
        return connections.get(key);
    }

    void add(Connection connection) {
        connections.put(connection.key(), connection);
    }

    void remove(Connection connection) {
        connections.remove(connection.key(), connection);
    }
}
