package org.sockeye.drill.run;

import java.util.Map;
import java.util.Set;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.transport.tcp.TcpSettings;

/** The kernel's settings, as settings of the stack. */
final class Sysctls {

    /**
     * What makes no difference here: how large segments are put together for hardware to cut, how sending is spread out,
     * what is remembered of connections past, and the like.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of("tcp_frto", "tcp_fack", "tcp_tso_win_divisor",
            "tcp_min_tso_segs", "tcp_tso_rtt_log", "tcp_pacing_ss_ratio", "tcp_pacing_ca_ratio", "tcp_fastopen",
            "tcp_fastopen_key", "tcp_syncookies", "tcp_no_metrics_save", "tcp_metrics_save", "tcp_no_ssthresh_metrics_save",
            "tcp_invalid_ratelimit", "tcp_challenge_ack_limit", "tcp_mem", "tcp_autocorking", "ip_local_port_range",
            "tcp_limit_output_bytes", "tcp_thin_linear_timeouts", "tcp_fastopen_blackhole_timeout_sec");
    private static final Map<String, String> AS_THE_STACK_DOES = Map.of("tcp_sack", "1", "tcp_dsack", "1",
            "tcp_timestamps", "1", "tcp_window_scaling", "1", "tcp_early_retrans", "4|3", "tcp_recovery", "1", "tcp_ecn", "0|2",
            "tcp_reordering", "3", "tcp_slow_start_after_idle", "0", "tcp_congestion_control", "cubic|reno");

    private Sysctls() {
    }

    /** The stack's own settings with those of the kernel in place of some. */
    static TcpSettings applied(Map<String, String> sysctls, Position position) throws UnsupportedException {
        TcpSettings settings = TcpSettings.LINUX;
        for (Map.Entry<String, String> entry : sysctls.entrySet()) {
            settings = with(settings, entry.getKey(), entry.getValue(), position);
        }
        return settings;
    }

    private static TcpSettings with(TcpSettings s, String name, String value, Position position)
            throws UnsupportedException {
        String[] numbers = value.split("\\s+");
        return switch (name) {
            case "tcp_rmem" -> new TcpSettings(s.sendBuffer(), number(numbers[1]), scale(number(numbers[2])),
                    s.synRetries(), s.synAckRetries(), s.retries(), s.orphanRetries(), s.delayedAck(), s.quickAcks(),
                    s.timeWait(), s.finWait(), s.keepAliveIdle(), s.keepAliveInterval(), s.keepAliveProbes(), s.congestion());
            case "tcp_wmem" -> new TcpSettings(number(numbers[1]), s.receiveBuffer(), s.windowScale(), s.synRetries(),
                    s.synAckRetries(), s.retries(), s.orphanRetries(), s.delayedAck(), s.quickAcks(), s.timeWait(),
                    s.finWait(), s.keepAliveIdle(), s.keepAliveInterval(), s.keepAliveProbes(), s.congestion());
            case "tcp_syn_retries" -> new TcpSettings(s.sendBuffer(), s.receiveBuffer(), s.windowScale(), number(value),
                    s.synAckRetries(), s.retries(), s.orphanRetries(), s.delayedAck(), s.quickAcks(), s.timeWait(),
                    s.finWait(), s.keepAliveIdle(), s.keepAliveInterval(), s.keepAliveProbes(), s.congestion());
            default -> {
                boolean same = value.matches(AS_THE_STACK_DOES.getOrDefault(name, "(?!)"));
                if (!same && !WITHOUT_EFFECT.contains(name)) {
                    throw new UnsupportedException(position, "the setting net.ipv4." + name + "=" + value);
                }
                yield s;
            }
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /** The window scale that Linux offers for a receive buffer that may grow so large. */
    private static int scale(long most) {
        int scale = 0;
        while (scale < 14 && most >> scale > 0xffff) {
            scale++;
        }
        return scale;
    }
}
