package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.transport.tcp.TcpSetting;

/**
 * What a topology file may say about TCP on a host: its congestion control, and all that {@code sysctl} tunes on Linux,
 * under the names there without "tcp_" and with hyphens.
 */
final class TcpKeys {

    static final Keys<HostOptions> KEYS = keys();

    private TcpKeys() {
    }

    private static Keys<HostOptions> keys() {
        Keys<HostOptions> keys = Keys.<HostOptions>none()
                .with("congestion", (host, value) -> host.withCongestion(value.text()));
        List<String> names = Arrays.stream(TcpSetting.values()).map(TcpSetting::sysctl)
                .filter(name -> !name.isEmpty()).distinct().toList();
        for (String name : names) {
            keys = keys.with(name.replaceFirst("^tcp_", "").replace('_', '-'),
                    (host, value) -> host.withTcp(host.tcp().withSysctl(name, numbers(value))));
        }
        return keys;
    }

    /** Numbers as Linux takes them; flags may be on or off, and several numbers a list. */
    private static String numbers(YamlValue value) {
        List<String> numbers = new ArrayList<>();
        for (String text : value.texts()) {
            numbers.add(switch (text) {
                case "on", "yes", "true" -> "1";
                case "off", "no", "false" -> "0";
                default -> text;
            });
        }
        return String.join(" ", numbers);
    }
}
