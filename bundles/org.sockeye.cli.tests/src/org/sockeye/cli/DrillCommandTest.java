package org.sockeye.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sockeye drill} gives a verdict on each script, and an exit status on all. */
class DrillCommandTest {

    private static final String REFUSED = """
            0 < S 100:100(0) win 1000 <mss 1000>
            +0 > R. 0:0(0) ack 101
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Sockeye.command().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void scriptsThatPassEndWithNothing() throws IOException {
        String script = script("a.pkt", REFUSED);
        assertEquals(0, run("drill", script));
        assertEquals("pass " + script + " (2 events, 1 packets compared)\n"
                + "1 script: 1 passed, 0 failed, 0 unsupported, 0 malformed\n", out.toString());
    }

    @Test
    void oneThatFailsIsNamedWithItsLineAndEndsWithOne() throws IOException {
        String good = script("a.pkt", REFUSED);
        String bad = script("b.pkt", REFUSED.replace("101", "102"));
        String odd = script("c.pkt", REFUSED + "+0 mmap(...) = 0\n");
        assertEquals(1, run("drill", good, bad, odd));
        assertTrue(out.toString().contains("FAIL " + bad + ":2: expected > R. 0:0(0) ack 102, got > R. 0:0(0) ack 101"),
                out.toString());
        assertTrue(out.toString().contains("unsupported " + odd + ":3: the system call mmap"), out.toString());
        assertTrue(out.toString().endsWith("3 scripts: 1 passed, 1 failed, 1 unsupported, 0 malformed\n"),
                out.toString());
    }

    @Test
    void whatIsNotSpokenIsNoPass() throws IOException {
        assertEquals(3, run("drill", script("a.pkt", REFUSED + "+0 mmap(...) = 0\n")));
    }

    @Test
    void aMistakeIsOneLineWithItsPlaceAndEndsWithTwo() throws IOException {
        String script = script("a.pkt", REFUSED.replace("100:100(0)", "100:101(0)"));
        assertEquals(2, run("drill", script));
        assertEquals("malformed " + script + ":1:7: 100:101 is not 0 bytes; write 100:100(0)\n", err.toString());
    }

    @Test
    void aScriptThatIsNotThereIsOneLine() {
        assertEquals(2, run("drill", folder.resolve("none.pkt").toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("none.pkt does not exist"), err.toString());
    }
}
