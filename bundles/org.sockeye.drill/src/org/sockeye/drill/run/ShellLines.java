package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;

/**
 * Reads the shell commands of a script as what they are for: settings of the kernel. Nothing is ever executed; what is not
 * understood is named.
 */
final class ShellLines {

    private static final Pattern ASSIGNMENT = Pattern
            .compile("(?:/proc/sys/)?net[./](?:ipv4|core)[./](\\w+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern PRESET = Pattern
            .compile("(?:source\\s+|\\.\\s+|sh\\s+|bash\\s+)?(?:\\S*/)?defaults\\.sh");
    private static final Pattern PRODUCT = Pattern.compile("\\$\\(\\(([\\d*+ ]+)\\)\\)");
    /** What has no bearing on a stack that nothing has happened to yet, or that ends with the script. */
    private static final Pattern HARMLESS = Pattern
            .compile("(?:\\S*/)?sysctl_restore_\\S*\\.sh|ip tcp_metrics flush all"
                    + "|echo 3 > ?/sys/module/tcp_cubic/parameters/hystart_detect|true|:|nstat -n(?:z)?|ethtool -K tun0(?: (?:tso|gso|gro|tx|sg) (?:on|off))+|(?:tc qdisc (?:add|replace|change) dev tun0 root (?:pfifo|pfifo_fast|noqueue).*)");

    private ShellLines() {
    }

    /** The settings that a command makes, by the kernel's names of them, such as tcp_sack; last one wins. */
    static Map<String, String> settings(Event.Command command) throws UnsupportedException {
        Map<String, String> settings = new LinkedHashMap<>();
        String joined = command.text().replaceAll("\\\\\\r?\\n", " ");
        for (String line : joined.split("\\r?\\n|;|&&")) {
            String bare = line.replaceAll("(?<!\\S)#.*", "").replaceAll("\\s*(2>&1|[12]?>\\s*/dev/null)", "").strip();
            if (!bare.isEmpty()) {
                read(bare, command.position(), settings);
            }
        }
        return settings;
    }

    private static void read(String line, Position position, Map<String, String> settings) throws UnsupportedException {
        if (PRESET.matcher(line).matches()) {
            settings.putAll(Preset.DEFAULTS);
        } else if (line.matches("sysctl\\s.*") || line.matches("(?:python\\d?\\s+)?(?:\\S*/)?set_sysctls\\.py\\s.*")) {
            assignments(line.replaceFirst("^.*?(sysctl|set_sysctls\\.py)\\s+", ""), line, position, settings);
        } else if (line.matches("echo\\s+.*>\\s*/proc/sys/net/(?:ipv4|core)/\\w+")) {
            String[] parts = line.substring(4).split(">", 2);
            settings.put(parts[1].strip().replaceFirst(".*/", ""), unquoted(parts[0].strip()));
        } else if (!HARMLESS.matcher(line).matches()) {
            throw new UnsupportedException(position, "the shell command '" + line + "', for none is executed");
        }
    }

    private static void assignments(String text, String line, Position position, Map<String, String> settings)
            throws UnsupportedException {
        String rest = text.replaceAll("(?<!\\S)-\\w+", "").strip();
        Matcher matcher = ASSIGNMENT.matcher(computed(rest));
        List<String> others = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        while (matcher.find()) {
            settings.put(matcher.group(1), unquoted(matcher.group(2)));
            matcher.appendReplacement(left, "");
        }
        matcher.appendTail(left);
        if (!left.toString().isBlank()) {
            others.add(left.toString().strip());
        }
        if (!others.isEmpty()) {
            throw new UnsupportedException(position, "'" + others.get(0) + "' in the shell command '" + line + "'");
        }
    }

    /** With sums and products of numbers worked out, as the shell does in $((...)). */
    private static String computed(String text) {
        return PRODUCT.matcher(text).replaceAll(match -> {
            long sum = 0;
            for (String product : match.group(1).split("\\+")) {
                long value = 1;
                for (String factor : product.split("\\*")) {
                    value *= factor.isBlank() ? 0 : Long.parseLong(factor.strip());
                }
                sum += value;
            }
            return Long.toString(sum);
        });
    }

    private static String unquoted(String value) {
        return computed(value.replaceAll("^[\"']|[\"']$", "")).strip();
    }
}
