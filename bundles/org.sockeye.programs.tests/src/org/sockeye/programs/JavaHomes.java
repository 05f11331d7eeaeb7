package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Java versions that programs are tested on, in the usual folders. */
public final class JavaHomes {

    private static final List<Path> FOLDERS = List.of(Path.of("/usr/lib/jvm"), Path.of("/usr/java"),
            Path.of("/opt/java"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"));

    private JavaHomes() {
    }

    /** The {@code java} commands of a JDK 17 and of a JDK 25 or newer. */
    public static List<String> both() {
        return List.of(java(17, 17), java(25, Integer.MAX_VALUE));
    }

    /** The newer of the two, for what does not depend on the version. */
    static String one() {
        return java(25, Integer.MAX_VALUE);
    }

    private static String java(int from, int to) {
        Optional<Path> home = FOLDERS.stream().flatMap(JavaHomes::homes).filter(path -> isBetween(path, from, to))
                .findFirst();
        if (home.isEmpty() && System.getenv("CI") != null) {
            fail("no JDK " + from + " in " + FOLDERS);
        }
        Assumptions.assumeTrue(home.isPresent(), "there is no JDK " + from + " in " + FOLDERS);
        return home.orElseThrow().resolve("bin/java").toString();
    }

    private static Stream<Path> homes(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(home -> Files.isExecutable(home.resolve("bin/java"))).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isBetween(Path home, int from, int to) {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return false;
        }
        String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        int feature = Runtime.Version.parse(version.startsWith("1.") ? "8" : version).feature();
        return feature >= from && feature <= to;
    }
}
