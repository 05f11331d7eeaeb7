package org.sockeye.drill.run;

import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.StreamSocket;

/** What poll and epoll would say of a socket, as tcp_poll of Linux does. */
final class Readiness {

    private Readiness() {
    }

    /** The events of a socket now. */
    static int of(Descriptor.Open open) {
        return switch (open.socket()) {
            case DatagramSocket datagram ->
                (datagram.isReadable() ? Constants.POLLIN | 0x40 : 0) | Constants.POLLOUT | 0x100;
            case StreamSocket stream -> of(open, stream);
        };
    }

    private static int of(Descriptor.Open open, StreamSocket stream) {
        String state = stream.state();
        if (state.equals("LISTEN")) {
            return stream.isAcceptable() ? Constants.POLLIN | 0x40 : 0;
        }
        int events = 0;
        boolean over = state.equals("CLOSED");
        boolean connecting = state.startsWith("SYN-");
        if (over || state.equals("TIME-WAIT") || state.equals("LAST-ACK") || state.equals("CLOSING")) {
            events |= Constants.POLLHUP;
        }
        if (over && !open.hasPeer()) {
            return events | Constants.POLLOUT | 0x100;
        }
        if (stream.isAtEnd() || state.equals("CLOSE-WAIT") || over) {
            events |= Constants.POLLIN | 0x40 | Constants.POLLRDHUP;
        }
        if (stream.hasUrgent()) {
            events |= Constants.POLLPRI;
        }
        if (stream.available() > 0) {
            events |= Constants.POLLIN | 0x40;
        }
        boolean finished = !state.equals("ESTABLISHED") && !state.equals("CLOSE-WAIT");
        if (!connecting && (finished || stream.isWritable())) {
            events |= Constants.POLLOUT | 0x100;
        }
        return events;
    }
}
