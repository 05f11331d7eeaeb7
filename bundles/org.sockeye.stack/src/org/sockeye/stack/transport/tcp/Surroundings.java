package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Trace;

/** All that a connection needs from outside: the network below, time, a trace to speak to, and how it is to behave. */
record Surroundings(String host, NetworkService network, EventQueue events, Trace trace, TcpSettings settings,
        Notifier notifier) {

    long now() {
        return events.now();
    }

    Alarm alarm(Runnable action) {
        return new Alarm(events, action);
    }

    void note(String text) {
        trace.note(events.now(), host, 0, text);
    }
}
