package org.sockeye.launching.grading;

import java.util.List;

/**
 * What the workbench shows of a lab that is installed.
 *
 * @param id such as "tcp-uppercase"
 * @param title for a person
 * @param instructions in Markdown
 * @param checks in the lab's order
 */
public record LabSheet(String id, String title, String instructions, List<Check> checks) {

    /** No lab. */
    public static final LabSheet NONE = new LabSheet("", "", "", List.of());

    public LabSheet {
        checks = List.copyOf(checks);
    }

    /**
     * @param title what is checked, as a sentence
     * @param points what it earns
     */
    public record Check(String title, double points) {
    }

    /** All points there are. */
    public double maximum() {
        return checks.stream().mapToDouble(Check::points).sum();
    }
}
