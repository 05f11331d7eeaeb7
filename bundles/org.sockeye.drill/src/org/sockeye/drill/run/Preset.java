package org.sockeye.drill.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that public scripts begin with, by the name of common/defaults.sh. */
final class Preset {

    static final Map<String, String> DEFAULTS;

    static {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("tcp_rmem", "4096 540000 15728640");
        settings.put("tcp_wmem", "4096 262144 4194304");
        settings.put("tcp_timestamps", "1");
        settings.put("tcp_syn_retries", "5");
        settings.put("tcp_synack_retries", "5");
        settings.put("tcp_frto", "2");
        settings.put("tcp_sack", "1");
        settings.put("tcp_dsack", "1");
        settings.put("tcp_fack", "0");
        settings.put("tcp_reordering", "3");
        settings.put("tcp_congestion_control", "cubic");
        settings.put("tcp_slow_start_after_idle", "0");
        settings.put("tcp_early_retrans", "4");
        settings.put("tcp_recovery", "1");
        settings.put("tcp_tso_win_divisor", "3");
        settings.put("tcp_ecn", "0");
        DEFAULTS = Collections.unmodifiableMap(settings);
    }

    private Preset() {
    }
}
