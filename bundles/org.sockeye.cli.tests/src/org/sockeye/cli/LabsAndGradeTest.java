package org.sockeye.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.labs.report.JsonReport;

class LabsAndGradeTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listShowsEveryLabWithItsTitle() {
        assertEquals(0, run("labs", "list"));
        assertTrue(out.toString().contains("tcp-uppercase    Capitals over TCP: 10 checks, 18 points\n"),
                out.toString());
        assertTrue(out.toString().contains("udp-uppercase    Capitals over UDP: 11 checks, 17 points\n"),
                out.toString());
    }

    @Test
    void anUnknownLabIsOneLineAndWrongUsage() {
        assertEquals(2, run("grade", "nothing", folder.toString()));
        assertEquals("sockeye: there is no lab 'nothing'; there are tcp-uppercase, udp-uppercase\n", err.toString());
    }

    @Test
    void aMissingSubmissionIsOneLineAndWrongUsage() {
        Path missing = folder.resolve("missing");
        assertEquals(2, run("grade", "tcp-uppercase", missing.toString()));
        assertEquals("sockeye: " + missing
                + ": there is no such file or folder; name a folder or a zip of Java sources\n",
                err.toString());
    }

    @Test
    void aMalformedLabIsOneLineAndWrongUsage() throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), "title: A lab\nsumary: no\n");
        assertEquals(2, run("grade", folder.toString(), folder.toString()));
        assertEquals("sockeye: " + folder.resolve("lab.yaml")
                + ":2: 'sumary' means nothing here; known are title, summary, "
                + "topology, localhost, programs, limits\n", err.toString());
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        assertEquals(2, run("grade", "--report", "pdf", "tcp-uppercase", folder.toString()));
        assertTrue(
                err.toString()
                        .startsWith("sockeye: --report pdf: there is no format 'pdf'; there are text, json, junit\n"),
                err.toString());
    }

    @Test
    void aSubmissionWithoutSourcesGetsNoPointsAndAReason() {
        assertEquals(1, run("grade", "tcp-uppercase", folder.toString()));
        assertTrue(out.toString().contains(
                "Nothing could be graded: there is no Java file in it; hand in the sources\n"), out.toString());
        assertTrue(out.toString().contains("0 of 18 points"), out.toString());
    }

    @Test
    void severalReportsAreWrittenAtOnce() throws IOException {
        Path json = folder.resolve("grade.json");
        Path submission = Files.createDirectory(folder.resolve("work"));
        Files.writeString(submission.resolve("TCPServer.java"), "class TCPServer {");
        assertEquals(1, run("grade", "--report", "json=" + json, "--report", "text", "tcp-uppercase",
                submission.toString()));
        GradeReport report = JsonReport.read(Files.readString(json));
        assertEquals("it does not compile: TCPServer.java:1: reached end of file while parsing", report.problem());
        assertTrue(out.toString().contains(report.problem()), out.toString());
    }

    @Test
    void aReportThatCannotBeWrittenIsOneLineAndWrongUsage() {
        Path nowhere = folder.resolve("no/where.txt");
        assertEquals(2, run("grade", "--report", "text=" + nowhere, "tcp-uppercase", folder.toString()));
        assertEquals("sockeye: --report: cannot write " + nowhere + "; name a file in a folder that exists\n",
                err.toString());
        assertFalse(Files.exists(nowhere));
    }

    private int run(String... args) {
        return Sockeye.command().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }
}
