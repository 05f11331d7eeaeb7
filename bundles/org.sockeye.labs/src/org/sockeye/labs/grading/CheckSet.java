package org.sockeye.labs.grading;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sockeye.labs.check.Stage;
import org.sockeye.labs.format.CheckOutline;
import org.sockeye.labs.format.Folders;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;

/** The checks of a lab, compiled and loaded. */
final class CheckSet implements AutoCloseable {

    private final URLClassLoader loader;
    private final List<CheckDefinition> checks;

    private CheckSet(URLClassLoader loader, List<CheckDefinition> checks) {
        this.loader = loader;
        this.checks = List.copyOf(checks);
    }

    /**
     * Compiles and loads.
     *
     * @param output an empty folder for the classes
     * @throws LabException if there is something wrong with the checks
     */
    static CheckSet load(Lab lab, Path output) throws LabException, GraderException, IOException {
        List<Path> sources = Folders.javaFiles(lab.checks());
        if (sources.isEmpty()) {
            throw LabException.at(lab.checks(), 0, "no Java file in it", "write the checks as JUnit tests");
        }
        List<String> problems = JavaCompilation.compile(sources, ClassPaths.ofChecks(), output);
        if (!problems.isEmpty()) {
            throw LabException.at(lab.checks(), 0, "does not compile: " + problems.getFirst(), "mend the check");
        }
        URLClassLoader loader = new URLClassLoader(new URL[] { output.toUri().toURL() }, Stage.class.getClassLoader());
        try {
            List<CheckDefinition> found = JunitPlatform.discover(loader, ClassNames.in(output));
            List<CheckDefinition> ordered = new ArrayList<>(found);
            // reflection knows no order; the sources do
            List<String> order = lab.outline().stream().map(CheckOutline::id).toList();
            ordered.sort(Comparator.comparing(check -> order.indexOf(check.id())));
            validate(lab, ordered);
            return new CheckSet(loader, ordered);
        } catch (LabException | RuntimeException e) {
            loader.close();
            throw e;
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** In the order in which they stand in the source. */
    List<CheckDefinition> checks() {
        return checks;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static void validate(Lab lab, List<CheckDefinition> checks) throws LabException {
        if (checks.isEmpty()) {
            throw LabException.at(lab.checks(), 0, "no check in it",
                    "mark the methods with @Check(title = …, points = …)");
        }
        Set<String> before = new HashSet<>();
        for (CheckDefinition check : checks) {
            if (check.points() <= 0) {
                throw LabException.at(lab.checks(), 0, check.id() + " is worth no points", "give it more than 0");
            }
            for (String needed : check.dependsOn()) {
                if (!before.contains(needed)) {
                    throw LabException.at(lab.checks(), 0, check.id() + " depends on " + needed
                            + ", which does not stand before it",
                            "name a check above it");
                }
            }
            if (!before.add(check.id())) {
                throw LabException.at(lab.checks(), 0, "two checks are called " + check.id(), "rename one");
            }
        }
    }
}
