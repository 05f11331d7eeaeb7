package org.sockeye.drill.run;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.StreamSocket;

/** What a file descriptor of the script's program stands for. */
sealed interface Descriptor {

    /** A socket, and what the kernel knows of it beside the stack. */
    final class Open implements Descriptor {

        private final Socket socket;
        private boolean nonBlocking;
        private boolean connecting;
        private boolean everConnected;
        private boolean readsAreUrgent;
        private boolean reportsQueue;
        private boolean awaitsRoom;
        private int ephemeralPort;
        private long written;
        private long read = -1;

        Open(Socket socket, boolean nonBlocking) {
            this.socket = socket;
            this.nonBlocking = nonBlocking;
        }

        Socket socket() {
            return socket;
        }

        @Nullable
        StreamSocket stream() {
            return socket instanceof StreamSocket stream ? stream : null;
        }

        @Nullable
        DatagramSocket datagram() {
            return socket instanceof DatagramSocket datagram ? datagram : null;
        }

        boolean isNonBlocking() {
            return nonBlocking;
        }

        void nonBlocking(boolean wanted) {
            nonBlocking = wanted;
        }

        /** A connect has been begun whose end no call has told of. */
        boolean isConnecting() {
            return connecting;
        }

        void connecting(boolean now) {
            connecting = now;
            everConnected = true;
        }

        /** It was connected, or tried to be. */
        boolean hasPeer() {
            return everConnected;
        }

        /** Urgent bytes have come in between, so that places in the stream are no longer those in what is read. */
        boolean isOutOfStep() {
            return readsAreUrgent;
        }

        void outOfStep() {
            readsAreUrgent = true;
        }

        /** TCP_INQ is on: reads tell how much more there is. */
        boolean reportsQueue() {
            return reportsQueue;
        }

        void reportsQueue(boolean wanted) {
            reportsQueue = wanted;
        }

        /** A write found the buffer full: it is woken only when there is room worth while. */
        boolean isAwaitingRoom() {
            return awaitsRoom;
        }

        void awaitRoom(boolean now) {
            awaitsRoom = now;
        }

        /** The port to connect from, if the range to choose from is that of one (IP_LOCAL_PORT_RANGE); else 0. */
        int ephemeralPort() {
            return ephemeralPort;
        }

        void ephemeralPort(int port) {
            ephemeralPort = port;
        }

        /** Bytes that the program has written so far. */
        long written() {
            return written;
        }

        void wrote(int bytes) {
            written += bytes;
        }

        /** The place in the peer's stream of the byte to be read next, given where the stream begins. */
        long place(long start) {
            if (read < 0) {
                read = start;
            }
            return read;
        }

        void read(int bytes) {
            read += bytes;
        }
    }

    /** An epoll instance. */
    record Watching(Epoll epoll) implements Descriptor {
    }
}
