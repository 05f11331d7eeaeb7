package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;

/** What teachers write. */
class CheckRunnerTest {

    @TempDir
    Path temp;

    @Test
    void anExceptionInACheckIsNotTheStudentsFault() throws Exception {
        CheckResult result = TinyLab.with(temp,
                "@Check(title = \"T\") void broken() { Object o = null; o.hashCode(); }").only("");
        assertEquals(Status.BROKEN, result.status());
        assertTrue(result.story().contains("NullPointerException at Checks.java:4"), result.story());
        assertEquals(List.of(), result.hints());
    }

    @Test
    void anAssertionOfTheTeachersOwnIsAFailure() throws Exception {
        CheckResult result = TinyLab.with(temp,
                "@Check(title = \"T\") void own() { org.junit.jupiter.api.Assertions.assertEquals(1, 2, \"sums\"); }")
                .only("");
        assertEquals(Status.FAILED, result.status());
        assertTrue(result.story().contains("sums ==> expected: <1> but was: <2>"), result.story());
    }

    @Test
    void anUnknownRoleOrHostIsTheChecksFault() throws Exception {
        List<CheckResult> results = TinyLab.with(temp, """
                @Check(title = "Role") void role(Stage stage) { stage.start("sever"); }
                @Check(title = "Host") void host(Stage stage) { stage.tcpPeer("nowhere"); }
                """).grade("").checks();
        assertEquals(List.of(Status.BROKEN, Status.BROKEN), results.stream().map(CheckResult::status).toList());
        assertTrue(results.getFirst().story().contains("the lab has no program 'sever'; see lab.yaml"), results
                .getFirst().story());
    }

    @Test
    void aCheckIsSkippedWhenOneItNeedsFails() throws Exception {
        List<CheckResult> results = TinyLab.with(temp, """
                @Check(title = "First") void first() { throw new AssertionError("no"); }
                @Check(title = "Second") @DependsOn("first") void second() { }
                @Check(title = "Third") void third() { }
                """).grade("").checks();
        assertEquals(List.of(Status.FAILED, Status.SKIPPED, Status.PASSED), results.stream().map(CheckResult::status)
                .toList());
        assertEquals("skipped: 'First' must pass first", results.get(1).story());
    }

    @Test
    void checksComeInTheOrderOfTheirSource() throws Exception {
        List<CheckResult> results = TinyLab.with(temp, """
                @Check(title = "z") void zebra() { }
                @Check(title = "a") void ant() { }
                @Check(title = "m") void mole() { }
                """).grade("").checks();
        assertEquals(List.of("zebra", "ant", "mole"), results.stream().map(CheckResult::id).toList());
    }

    @Test
    void checksThatDoNotCompileAreALabsFault() throws Exception {
        TinyLab lab = TinyLab.with(temp, "@Check(title = \"T\") void broken() { nonsense }");
        assertEquals(temp.resolve("tiny/checks") + ": does not compile: Checks.java:4: not a statement; mend the check",
                assertThrows(LabException.class, lab::open).getMessage());
    }

    @Test
    void aFolderWithoutChecksIsALabsFault() throws Exception {
        TinyLab lab = TinyLab.with(temp, "void notMarked() { }");
        assertEquals(temp.resolve("tiny/checks")
                + ": no check in it; mark the methods with @Check(title = …, points = …)",
                assertThrows(LabException.class, lab::open).getMessage());
    }

    @Test
    void aCheckThatDependsOnNothingKnownIsALabsFault() throws Exception {
        TinyLab lab = TinyLab.with(temp, "@Check(title = \"T\") @DependsOn(\"other\") void one() { }");
        assertEquals(temp.resolve("tiny/checks")
                + ": one depends on other, which does not stand before it; name a check above it",
                assertThrows(LabException.class, lab::open).getMessage());
    }
}
