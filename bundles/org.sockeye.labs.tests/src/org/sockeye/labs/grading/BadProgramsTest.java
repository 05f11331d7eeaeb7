package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.CheckResult.Status;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.stack.trace.PcapngReader;

/** What students hand in besides programs that work: each is a failed check with a reason, soon. */
class BadProgramsTest {

    @TempDir
    Path temp;

    private TinyLab lab;

    @BeforeEach
    void makeLab() throws IOException {
        lab = TinyLab.with(temp, """
                @Check(title = "Answers", points = 3)
                @Hint("Answer.")
                void answers(Stage stage) {
                    stage.start("server").expectTcpPort(7000);
                    stage.tcpPeer("client").connect("server", 7000).send("ask\\n").expectLine("answer");
                }
                """);
    }

    @Test
    void aProgramThatAnswersGetsThePoints() throws Exception {
        CheckResult result = lab.only("""
                try (var listening = new java.net.ServerSocket(7000); var peer = listening.accept()) {
                    peer.getInputStream().read();
                    peer.getOutputStream().write("answer\\n".getBytes());
                    peer.getInputStream().readNBytes(3);
                }""");
        assertEquals(Status.PASSED, result.status(), result.story());
        assertEquals(3, result.points());
        assertEquals("", result.story());
    }

    @Test
    void aWrongAnswerIsComparedAndItsLineNamed() throws Exception {
        CheckResult result = lab.only("""
                var listening = new java.net.ServerSocket(7000);
                var peer = listening.accept();
                peer.getOutputStream().write("something else\\n".getBytes());
                peer.getInputStream().readAllBytes();""");
        assertFailed(result, "expected:  \"answer\\n\"", "but:       got \"something else\\n\"",
                "look at:   Server.java:5");
        assertEquals("Server.java:5", result.place());
        assertEquals(List.of("Answer."), result.hints());
        assertTrue(result.frames().size() > 0, "no frames");
    }

    @Test
    void noAnswerNamesTheLineWhereTheProgramWaits() throws Exception {
        CheckResult result = lab.only("""
                var peer = new java.net.ServerSocket(7000).accept();
                peer.getInputStream().readAllBytes();""");
        assertFailed(result, "but:       nothing came", "Server.java:4");
        assertEquals("Server.java:4", result.place());
    }

    @Test
    void aProgramThatNeverListensFails() throws Exception {
        assertFailed(lab.only("Thread.sleep(Long.MAX_VALUE);"), "a socket that listens on TCP port 7000",
                "it has no such socket");
    }

    @Test
    void aWrongPortIsNamed() throws Exception {
        assertFailed(lab.only("new java.net.ServerSocket(7001).accept();"), "it waits on", ":7001");
    }

    @Test
    void aProgramThatExitsFailsWithItsStatus() throws Exception {
        assertFailed(lab.only("System.exit(3);"), "Server has ended with status 3");
    }

    @Test
    void anExceptionIsTold() throws Exception {
        CheckResult result = lab.only("throw new IllegalStateException(\"my own fault\");");
        assertFailed(result, "Server has ended with status 1", "IllegalStateException: my own fault",
                "look at:   Server.java:3");
    }

    @Test
    void aProgramThatPrintsWithoutEndFails() throws Exception {
        assertFailed(lab.only("while (true) System.out.println(\"again and again and again and again\");"),
                "Server prints without end");
    }

    @Test
    void aProgramThatComputesForEverFails() throws Exception {
        CheckResult result = lab.only("for (long i = 0;; i++) if (i == -1) System.out.println();");
        assertFailed(result, "a program computes for ever", "because:   Server spins in main at Server.java:3");
        assertEquals("Server.java:3", result.place());
    }

    @Test
    void aZipIsGradedLikeAFolder() throws Exception {
        Path zip = temp.resolve("work.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("my project/src/Server.java"));
            out.write("public class Server { public static void main(String[] a) { System.exit(9); } }".getBytes());
        }
        GradeReport report = lab.gradeFolder(zip);
        assertEquals("", report.problem());
        assertFailed(report.checks().getFirst(), "Server has ended with status 9");
    }

    @Test
    void thePacketsOfAFailedCheckAreKeptOnDemand() throws Exception {
        Path captures = temp.resolve("captures");
        Path work = Files.createDirectory(temp.resolve("work"));
        Files.writeString(work.resolve("Server.java"),
                "class Server { public static void main(String[] a) throws Exception {"
                        + " new java.net.ServerSocket(7000).accept().getInputStream().read(); } }");
        try (Grader grader = lab.open(GradingOptions.standard().withCaptures(captures))) {
            CheckResult result = grader.grade(work).checks().getFirst();
            assertFailed(result, "\"answer");
            List<Integer> numbers = new ArrayList<>();
            try (PcapngReader reader = PcapngReader.open(captures.resolve("work/answers.pcapng"))) {
                for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                    numbers.add(frame.get().number());
                }
            }
            assertTrue(numbers.containsAll(result.frames()), numbers + " have not all of " + result.frames());
        }
    }

    @Test
    void aSubmissionThatDoesNotCompileSaysWhere() throws Exception {
        GradeReport report = lab.grade("int x = ;");
        assertEquals("it does not compile: Server.java:3: illegal start of expression", report.problem());
        assertEquals(Status.SKIPPED, report.checks().getFirst().status());
        assertEquals(3, report.maximum());
    }

    @Test
    void aMissingClassIsNamed() throws Exception {
        GradeReport report = lab.gradeSource("class server { }");
        assertEquals("none of the classes Server is in it; there are server; keep the names of the starter's classes",
                report.problem());
    }

    @Test
    void aClassWithoutMainFailsInTheWordsOfJava() throws Exception {
        CheckResult result = lab.gradeSource("class Server { }").checks().getFirst();
        assertFailed(result, "Server has ended with status 1");
    }

    private static void assertFailed(CheckResult result, String... parts) {
        assertEquals(Status.FAILED, result.status(), result.story());
        assertEquals(0, result.points());
        for (String part : parts) {
            assertTrue(result.story().contains(part), () -> "no '" + part + "' in\n" + result.story());
        }
    }
}
