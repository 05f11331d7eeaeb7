package org.sockeye.stack.transport.tcp;

import java.util.EnumMap;
import java.util.Map;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.SocketOption;

/** The options of one socket, within the limits that Linux sets. */
final class SocketOptions {

    private static final int LEAST_SEND_BUFFER = 2304;
    private static final int LEAST_RECEIVE_BUFFER = 1152;
    private static final int LARGEST_BUFFER = 16 << 20;
    private static final int LARGEST_SCALE = 14;
    /** Twice ten full segments, as much memory as Linux takes for each. */
    private static final int LEAST_FOR_INITIAL_WINDOW = 20 * 4352;

    private final Map<SocketOption, Integer> values = new EnumMap<>(SocketOption.class);
    private final TcpSettings settings;
    private String congestion;

    SocketOptions(TcpSettings settings) {
        this.settings = settings;
        this.congestion = settings.congestion();
    }

    /** A copy, as a listening socket bequeaths it to the connections it accepts. */
    SocketOptions copy() {
        SocketOptions copy = new SocketOptions(settings);
        copy.values.putAll(values);
        copy.congestion = congestion;
        return copy;
    }

    void set(SocketOption option, int value) {
        values.put(option, switch (option) {
            case SEND_BUFFER -> Math.clamp(value, LEAST_SEND_BUFFER, LARGEST_BUFFER);
            case RECEIVE_BUFFER -> Math.clamp(value, LEAST_RECEIVE_BUFFER, LARGEST_BUFFER);
            case TIME_TO_LIVE -> Math.clamp(value, 1, 255);
            case LINGER -> value;
            case REUSE_ADDRESS, NO_DELAY, KEEP_ALIVE, BROADCAST -> value == 0 ? 0 : 1;
        });
    }

    /** The name of the congestion control. */
    String congestion() {
        return congestion;
    }

    void congestion(String name) {
        congestion = name;
    }

    int get(SocketOption option) {
        Integer value = values.get(option);
        if (value != null) {
            return value;
        }
        return switch (option) {
            case SEND_BUFFER -> Math.max(settings.count(TcpSetting.SEND_BUFFER), LEAST_FOR_INITIAL_WINDOW);
            case RECEIVE_BUFFER -> settings.count(TcpSetting.RECEIVE_BUFFER) / 2;
            case LINGER -> -1;
            case TIME_TO_LIVE -> NetworkService.DEFAULT_TTL;
            case REUSE_ADDRESS, NO_DELAY, KEEP_ALIVE, BROADCAST -> 0;
        };
    }

    boolean isSet(SocketOption option) {
        return get(option) == 1;
    }

    int sendBuffer() {
        return get(SocketOption.SEND_BUFFER);
    }

    int receiveBuffer() {
        return get(SocketOption.RECEIVE_BUFFER);
    }

    /** The scale that lets a window cover the receive buffer (RFC 7323, section 2.2). */
    int windowScale() {
        Integer chosen = values.get(SocketOption.RECEIVE_BUFFER);
        int largest = chosen != null ? chosen : settings.count(TcpSetting.RECEIVE_BUFFER_MAX);
        return Math.clamp(31 - Integer.numberOfLeadingZeros(largest) - 15, 0, LARGEST_SCALE);
    }
}
