package org.sockeye.stack.transport.tcp;

import java.util.ArrayDeque;
import org.sockeye.stack.time.EventQueue;

/**
 * Tells observers of sockets that something changed: in an event of its own at the same time, when whatever changed it
 * is over, so that they may call back.
 */
final class Notifier {

    private final EventQueue events;
    private final ArrayDeque<TcpSocket> changed = new ArrayDeque<>();

    Notifier(EventQueue events) {
        this.events = events;
    }

    void changed(TcpSocket socket) {
        if (changed.isEmpty()) {
            events.after(0, this::tell);
        }
        if (socket.markChanged()) {
            changed.add(socket);
        }
    }

    private void tell() {
        for (int left = changed.size(); left > 0; left--) {
            changed.remove().tellObserver();
        }
        if (!changed.isEmpty()) {
            events.after(0, this::tell);
        }
    }
}
