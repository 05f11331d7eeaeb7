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
     * what is remembered of connections past, and what defends a kernel from those who mean ill.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of("tcp_fack", "tcp_tso_win_divisor", "tcp_min_tso_segs",
            "tcp_tso_rtt_log", "tcp_pacing_ss_ratio", "tcp_pacing_ca_ratio", "tcp_fastopen", "tcp_fastopen_key",
            "tcp_syncookies", "tcp_no_metrics_save", "tcp_no_ssthresh_metrics_save", "tcp_mem", "tcp_autocorking",
            "ip_local_port_range", "tcp_limit_output_bytes", "tcp_fastopen_blackhole_timeout_sec", "tcp_fwmark_accept",
            "tcp_abc", "tcp_l3mdev_accept");

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

    private static TcpSettings with(TcpSettings settings, String name, String value, Position position)
            throws UnsupportedException {
        if (WITHOUT_EFFECT.contains(name)) {
            return settings;
        }
        try {
            return settings.withSysctl(name, value);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedException(position, "the setting net.ipv4." + name + "=" + value);
        }
    }
}
