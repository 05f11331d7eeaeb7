package org.sockeye.labs.grading;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.opentest4j.AssertionFailedError;
import org.sockeye.labs.check.Stage;
import org.sockeye.programs.Run;
import org.sockeye.stack.trace.Trace;

/** Where the classes lie that a check is compiled against. */
final class ClassPaths {

    private static final List<Class<?>> NEEDED = List.of(Stage.class, Run.class, Trace.class, Test.class,
            Testable.class,
            AssertionFailedError.class);

    private ClassPaths() {
    }

    /** The jars and folders of this process that hold the check API and JUnit. */
    static List<Path> ofChecks() throws GraderException {
        List<Path> paths = new ArrayList<>();
        for (Class<?> needed : NEEDED) {
            Path path = of(needed);
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Path of(Class<?> type) throws GraderException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation() != null) {
                return withClasses(Path.of(source.getLocation().toURI()), type);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // said below
        }
        throw new GraderException("cannot find the jar of " + type.getName() + "; run the grader from jars or folders");
    }

    /** A project that is run from its sources holds its classes one or two folders deeper. */
    private static Path withClasses(Path location, Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        for (String inner : List.of("target/classes", "bin")) {
            if (!Files.exists(location.resolve(file)) && Files.exists(location.resolve(inner).resolve(file))) {
                return location.resolve(inner);
            }
        }
        return location;
    }
}
