package org.sockeye.labs.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.sockeye.labs.report.CheckResult;

/**
 * Remembers how checks came out. The same check with the same programs comes out the same, so a submission that differs
 * from an earlier one in its client alone need not have its server checked again. What counts are the programs that a
 * check has really started.
 */
final class Memory {

    private final Map<String, List<Known>> known = new ConcurrentHashMap<>();

    /** How the check came out with these programs, by digest; empty if it has not been run with them. */
    Optional<CheckResult> recall(CheckDefinition check, Map<String, String> digests) {
        return known.getOrDefault(check.id(), List.of()).stream()
                .filter(each -> digests.entrySet().containsAll(each.started().entrySet())).map(Known::result)
                .findFirst();
    }

    /** Remembers how the check came out when it started the programs of these roles. */
    void remember(CheckDefinition check, Set<String> roles, Map<String, String> digests, CheckResult result) {
        Map<String, String> started = digests.entrySet().stream().filter(entry -> roles.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        known.computeIfAbsent(check.id(), id -> new CopyOnWriteArrayList<>()).add(new Known(started, result));
    }

    private record Known(Map<String, String> started, CheckResult result) {
    }
}
