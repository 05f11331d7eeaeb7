package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.SocketOption;

/**
 * How much a program may queue: what it chose, or else enough for two congestion windows, so that the buffer does not limit
 * a path that the window could fill. As Linux does.
 */
final class SendSpace {

    private static final int AROUND = 640;
    private static final int DESCRIPTION = 256;

    private final TcpSettings settings;
    private boolean tunes;
    private int capacity;

    SendSpace(TcpSettings settings, SocketOptions options) {
        this.settings = settings;
        this.tunes = !options.isChosen(SocketOption.SEND_BUFFER);
        this.capacity = options.sendBuffer();
    }

    /** In bytes. */
    int capacity() {
        return capacity;
    }

    /** The program chose; from now on it does not grow by itself. */
    void choose(int bytes) {
        tunes = false;
        capacity = bytes;
    }

    /** Something was acknowledged: follows the congestion window, unless that is what limits. */
    void follow(Sender sender) {
        int congestionWindow = sender.congestion().size();
        if (tunes && sender.flight().underWay() < congestionWindow) {
            int segment = sender.segmentSize();
            long memory = (Integer.highestOneBit(segment + AROUND - 1) << 1) + DESCRIPTION;
            long wanted = 2L * Math.max(settings.get(TcpSetting.INITIAL_WINDOW), congestionWindow) * memory;
            capacity = (int) Math.max(capacity, Math.min(wanted, settings.get(TcpSetting.SEND_BUFFER_MAX)));
        }
    }
}
