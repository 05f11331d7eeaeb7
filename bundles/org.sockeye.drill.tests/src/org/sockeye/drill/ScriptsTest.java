package org.sockeye.drill;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sockeye.drill.verdict.Verdict;

/** Every script of ours passes. */
class ScriptsTest {

    @TestFactory
    Stream<DynamicTest> ourTcpDoesWhatTheScriptSays() throws IOException {
        return Scripts.all().stream().map(script -> DynamicTest.dynamicTest(script.getFileName().toString(),
                () -> passes(script)));
    }

    private static void passes(Path script) throws IOException {
        Verdict verdict = Drill.run(Scripts.text(script));
        assertInstanceOf(Verdict.Passed.class, verdict, verdict.report(script.getFileName().toString()));
    }
}
