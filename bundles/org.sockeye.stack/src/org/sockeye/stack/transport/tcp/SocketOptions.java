package org.sockeye.stack.transport.tcp;

import java.util.EnumMap;
import java.util.Map;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.SocketOption;

/** The options of one socket, within the limits that Linux sets. */
final class SocketOptions {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_SECONDS = 32767;
    private static final int LEAST_SEND_BUFFER = 2304;
    private static final int LEAST_RECEIVE_BUFFER = 1152;
    private static final int LARGEST_BUFFER = 16 << 20;
    private static final int LARGEST_SCALE = 14;

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
            case MULTICAST_TTL -> Math.clamp(value, 0, 255);
            case MULTICAST_LOOP -> value == 0 ? 0 : 1;
            case LINGER, FIN_WAIT, NOT_SENT_LOW_WATER, PATH_MTU_DISCOVERY -> value;
            case MAXIMUM_SEGMENT, USER_TIMEOUT, DEFER_ACCEPT -> Math.max(0, value);
            case KEEP_ALIVE_IDLE, KEEP_ALIVE_INTERVAL -> Math.clamp(value, 1, MOST_SECONDS);
            case KEEP_ALIVE_PROBES, SYN_RETRIES -> Math.clamp(value, 1, 127);
            case TRAFFIC_CLASS -> value & 0xfc;
            case REUSE_ADDRESS, NO_DELAY, KEEP_ALIVE, BROADCAST, CORK, QUICK_ACK, URGENT_INLINE, IPV6_ONLY ->
                value == 0 ? 0 : 1;
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
            case SEND_BUFFER -> settings.count(TcpSetting.SEND_BUFFER) / 2;
            case RECEIVE_BUFFER -> settings.count(TcpSetting.RECEIVE_BUFFER) / 2;
            case LINGER -> -1;
            case TIME_TO_LIVE -> NetworkService.DEFAULT_TTL;
            case MULTICAST_TTL, MULTICAST_LOOP -> 1;
            case KEEP_ALIVE_IDLE -> seconds(TcpSetting.KEEP_ALIVE_IDLE);
            case KEEP_ALIVE_INTERVAL -> seconds(TcpSetting.KEEP_ALIVE_INTERVAL);
            case KEEP_ALIVE_PROBES -> settings.count(TcpSetting.KEEP_ALIVE_PROBES);
            case SYN_RETRIES -> settings.count(TcpSetting.SYN_RETRIES);
            case FIN_WAIT -> seconds(TcpSetting.FIN_WAIT);
            case QUICK_ACK -> 1;
            case PATH_MTU_DISCOVERY -> settings.get(TcpSetting.NO_PATH_MTU_DISCOVERY) == 1 ? 0 : 1;
            case REUSE_ADDRESS, NO_DELAY, KEEP_ALIVE, BROADCAST, CORK, MAXIMUM_SEGMENT, USER_TIMEOUT, URGENT_INLINE,
                    TRAFFIC_CLASS, DEFER_ACCEPT, NOT_SENT_LOW_WATER, IPV6_ONLY ->
                0;
        };
    }

    private int seconds(TcpSetting setting) {
        return (int) (settings.get(setting) / SECOND);
    }

    /** A time, in nanoseconds, that the program chose in seconds, or else the setting. */
    long time(SocketOption option, TcpSetting setting) {
        Integer chosen = values.get(option);
        return chosen == null ? settings.get(setting) : chosen * SECOND;
    }

    /** How long data may go unacknowledged, in nanoseconds; 0 if the retries decide. */
    long userTimeout() {
        return get(SocketOption.USER_TIMEOUT) * 1_000_000L;
    }

    /** How long the closed socket waits for the peer's FIN, in nanoseconds. */
    long finWait() {
        int chosen = get(SocketOption.FIN_WAIT);
        return chosen < 0 ? 0 : chosen == 0 ? settings.finWait() : time(SocketOption.FIN_WAIT, TcpSetting.FIN_WAIT);
    }

    /** For how many time-outs of its SYN-ACK a client may stay silent: those that fit the seconds that the program chose. */
    int deferral() {
        int seconds = get(SocketOption.DEFER_ACCEPT);
        int timeouts = 0;
        for (long waited = 0, next = 1; waited < seconds; waited += next, next *= 2) {
            timeouts++;
        }
        return timeouts;
    }

    /** True if the program has set it. */
    boolean isChosen(SocketOption option) {
        return values.containsKey(option);
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
