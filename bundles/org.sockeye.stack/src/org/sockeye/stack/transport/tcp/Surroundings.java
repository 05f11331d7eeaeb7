package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;

/** All that a connection needs from outside: the network below, time, a trace to speak to, and how it is to behave. */
record Surroundings(String host, NetworkService network, EventQueue events, Trace trace, TcpSettings settings,
        Notifier notifier, ChallengeQuota challenges) {

    long now() {
        return events.now();
    }

    /** A timer of the connection {@code key}. */
    Alarm alarm(ConnectionKey key, TimerEvent.Kind kind, Runnable action) {
        return new Alarm(this, key, kind, action);
    }

    /** Tells the trace what happened to a socket. */
    void tell(SocketEvent.Change change, @Nullable Endpoint local, @Nullable Endpoint remote) {
        trace.record(new SocketEvent(events.now(), host, "tcp", change, local, remote));
    }

    void note(String text) {
        trace.note(events.now(), host, 0, text);
    }
}
