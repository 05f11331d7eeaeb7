package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.SocketOption;

/** What the change of an option changes about a connection that stands. */
final class OptionEffects {

    private OptionEffects() {
    }

    /** The value of an option: of some, what it has become on the connection. */
    static int get(SocketOption option, SocketOptions options, Connection present) {
        boolean open = present.state().isSynchronized();
        return open && option == SocketOption.MAXIMUM_SEGMENT ? present.sender().maximumSegment()
                : open && option == SocketOption.SEND_BUFFER ? present.sender().sendSpace().capacity() / 2
                        : open && option == SocketOption.RECEIVE_BUFFER ? present.receiver().capacity()
                                : options.get(option);
    }

    /**
     * An option has been set.
     *
     * @param present the socket's connection, not closed
     */
    static void apply(SocketOption option, SocketOptions options, Connection present) {
        switch (option) {
            case SEND_BUFFER -> {
                present.sender().sendSpace().choose(options.sendBuffer());
                present.changed();
            }
            case RECEIVE_BUFFER -> {
                if (present.hasReceiver()) {
                    present.receiver().capacity(options.receiveBuffer());
                }
            }
            case NO_DELAY -> {
                if (present.state().isSynchronized()) {
                    // Whoever is in a hurry lets go even of what a cork holds.
                    present.sender().transmit(!options.isSet(option));
                }
            }
            case CORK -> {
                if (present.state().isSynchronized()) {
                    present.sender().transmit();
                }
            }
            case QUICK_ACK -> {
                if (present.hasReceiver()) {
                    present.hurryAcknowledgments(options.isSet(option));
                }
            }
            case KEEP_ALIVE_IDLE -> {
                if (options.isSet(SocketOption.KEEP_ALIVE) && present.state().isSynchronized()) {
                    present.keepAlive().start();
                }
            }
            case KEEP_ALIVE -> {
                if (options.isSet(option) && present.state().isSynchronized()) {
                    present.keepAlive().start();
                } else {
                    present.keepAlive().stop();
                }
            }
            default -> {
                // Looked up when needed.
            }
        }
    }
}
