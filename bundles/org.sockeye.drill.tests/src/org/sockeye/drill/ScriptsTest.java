package org.sockeye.drill;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sockeye.drill.verdict.Verdict;

/** Every script of ours passes. */
class ScriptsTest {

    /** Those that speak of one version of IP name it. */
    private static final String ONE_VERSION = "--ip_version=";

    @TestFactory
    Stream<DynamicTest> ourTcpDoesWhatTheScriptSays() throws IOException {
        return Scripts.all().stream().map(script -> DynamicTest.dynamicTest(script.getFileName().toString(),
                () -> passes(script, Map.of())));
    }

    @TestFactory
    Stream<DynamicTest> overTheOtherVersionsOfIpToo() throws IOException {
        return Stream.of("ipv6", "ipv4-mapped-ipv6").flatMap(version -> others().map(
                script -> DynamicTest.dynamicTest(script.getFileName() + " over " + version,
                        () -> passes(script, Map.of("ip_version", version)))));
    }

    private static Stream<Path> others() {
        try {
            List<Path> scripts = new ArrayList<>();
            for (Path script : Scripts.all()) {
                if (!Scripts.text(script).contains(ONE_VERSION)) {
                    scripts.add(script);
                }
            }
            return scripts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void passes(Path script, Map<String, String> options) throws IOException {
        Verdict verdict = Drill.run(Scripts.text(script), options);
        assertInstanceOf(Verdict.Passed.class, verdict, verdict.report(script.getFileName().toString()));
    }
}
