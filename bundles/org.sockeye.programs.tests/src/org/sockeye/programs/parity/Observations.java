package org.sockeye.programs.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What cases have printed: lines that are indented belong to the case named before. */
final class Observations {

    private Observations() {
    }

    static Map<String, List<String>> parse(String output) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("  ")) {
                current.add(line.strip());
            } else {
                current = new ArrayList<>();
                cases.put(line, current);
            }
        }
        return cases;
    }
}
