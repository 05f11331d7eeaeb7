package org.sockeye.drill.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.Script;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** Makes the plan of a run from what stands at a script's head. */
final class PlanMaker {

    private static final Position HEAD = new Position(1, 1);
    private static final long MICROSECOND = 1000;
    /** Options of packetdrill that change nothing here. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("code_command", "code_format", "code_sockopt", "debug",
            "verbose", "dry_run", "gateway_ip", "netmask_ip", "speed", "init_scripts", "mss", "tcp_ts_ecr_scaled",
            "strict_segments", "send_omit_free", "local_linklocal_ip", "D");

    private final Map<String, String> options;

    private PlanMaker(Map<String, String> options) {
        this.options = new LinkedHashMap<>(options);
    }

    static Plan plan(Script script, Map<String, String> defaults) throws ScriptException, UnsupportedException {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(script.options());
        return new PlanMaker(all).plan(script);
    }

    private Plan plan(Script script) throws ScriptException, UnsupportedException {
        IpVersion version = version();
        IpAddress local = address(version, "local_ip", version.local());
        IpAddress remote = address(version, "remote_ip", version.remote());
        long tolerance = number("tolerance_usecs", 4000) * MICROSECOND;
        double percent = percent();
        Plan plan = new Plan(version, local, remote, (int) number("bind_port", 8080),
                (int) number("connect_port", 8080),
                (int) number("mtu", version.mtu()), tolerance, percent, number("tcp_ts_tick_usecs", 0) * MICROSECOND,
                options.containsKey("tcp_ts_ecr_scaled"), options.containsKey("strict_segments"),
                Sysctls.applied(sysctls(script), script.setup().map(Event.Command::position).orElse(HEAD)));
        for (String name : options.keySet()) {
            if (!WITHOUT_EFFECT.contains(name) && !UNDERSTOOD.contains(name)) {
                throw new UnsupportedException(HEAD, "the option --" + name);
            }
        }
        return plan;
    }

    private static final Set<String> UNDERSTOOD = Set.of("ip_version", "local_ip", "remote_ip", "tolerance_usecs",
            "tolerance_percent", "bind_port", "connect_port", "mtu", "tcp_ts_tick_usecs");

    private static Map<String, String> sysctls(Script script) throws UnsupportedException {
        Map<String, String> settings = new LinkedHashMap<>();
        if (script.setup().isPresent()) {
            settings.putAll(ShellLines.settings(script.setup().get()));
        }
        if (script.cleanup().isPresent()) {
            ShellLines.settings(script.cleanup().get());
        }
        return settings;
    }

    private double percent() throws ScriptException {
        String text = text("tolerance_percent", "12.5");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ScriptException(HEAD, "--tolerance_percent=" + text + " is no number; write one, like 12.5");
        }
    }

    private IpVersion version() throws ScriptException {
        String word = text("ip_version", "ipv4");
        return IpVersion.of(word).orElseThrow(() -> new ScriptException(HEAD,
                "--ip_version=" + word + " is none; write ipv4, ipv6 or ipv4-mapped-ipv6"));
    }

    private IpAddress address(IpVersion version, String name, String otherwise) throws ScriptException {
        String text = text(name, otherwise);
        try {
            return version.isSixOnTheWire() ? Ipv6Address.parse(text) : Ipv4Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(HEAD, "--" + name + "=" + text + " is no "
                    + (version.isSixOnTheWire() ? "IPv6" : "IPv4") + " address; write one, like " + otherwise);
        }
    }

    private String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private long number(String name, long otherwise) throws ScriptException {
        String text = text(name, Long.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new ScriptException(HEAD,
                    "--" + name + "=" + text + " is no whole number; write one, like " + otherwise);
        }
        return Long.parseLong(text);
    }
}
