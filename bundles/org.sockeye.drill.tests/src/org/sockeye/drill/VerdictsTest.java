package org.sockeye.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockeye.drill.verdict.Verdict;

class VerdictsTest {

    private static final String SERVER = """
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 32792 <mss 1000,nop,wscale 7>
            +0 > S. 0:0(0) ack 1 <...>
            +.1 < . 1:1(0) ack 1 win 257
            +0 accept(3, ..., ...) = 4
            """;

    @Test
    void aPassSaysHowMuchWasLookedAt() {
        assertEquals("pass a.pkt (9 events, 2 packets compared)", report("""
                +0 write(4, ..., 100) = 100
                +0 > P. 1:101(100) ack 1
                """));
    }

    @Test
    void theWrongFlagIsNamed() {
        fails(9, "flags P. instead of .", """
                +0 write(4, ..., 100) = 100
                +0 > . 1:101(100) ack 1
                """);
    }

    @Test
    void aPushIsMissedOnlyWhereNoBurstCanEnd() {
        assertEquals("pass a.pkt (11 events, 4 packets compared)", report("""
                +0 write(4, ..., 2500) = 2500
                +0 > . 1:1001(1000) ack 1
                +0 > P. 1001:2001(1000) ack 1
                +0 > P. 2001:2501(500) ack 1
                """).replaceAll("; .*", ""));
        fails(9, "flags . instead of P.", """
                +0 write(4, ..., 2500) = 2500
                +0 > P. 1:1001(1000) ack 1
                """);
    }

    @Test
    void theWrongRangeIsNamed() {
        fails(9, "sequence 1:101(100) instead of 1:201(200)", """
                +0 write(4, ..., 100) = 100
                +0 > P. 1:201(200) ack 1
                """);
    }

    @Test
    void aPacketThatNeverComesFails() {
        fails(8, "got no packet", "+0 > . 1:1(0) ack 1\n");
    }

    @Test
    void aPacketAtTheWrongTimeFails() {
        fails(9, "time: expected at 0.300000 s, got 0.100000 s", """
                +0 write(4, ..., 100) = 100
                +.2 > P. 1:101(100) ack 1
                """);
    }

    @Test
    void aPacketTooManyFailsAtTheNextOne() {
        fails(11, "sequence 1:101(100) instead of 101:201(100)", """
                +0 write(4, ..., 100) = 100
                +.1 < . 1:1(0) ack 1 win 257
                +0 write(4, ..., 100) = 100
                +0 > P. 101:201(100) ack 1
                """);
    }

    @Test
    void theWrongResultOfACallFails() {
        fails(9, "expected read to return 5, got 3", """
                +0 < P. 1:4(3) ack 1 win 257
                +0 read(4, ..., 10) = 5
                """);
    }

    @Test
    void anAssertionThatDoesNotHoldFails() {
        fails(8, "expected tcpi_snd_cwnd == 11, got 10", "+0 %{ assert tcpi_snd_cwnd == 11 }%\n");
    }

    @Test
    void aCallThatNeverReturnsFails() {
        fails(8, "got no end of it", "+0 read(4, ..., 10) = 10\n");
    }

    @Test
    void whatIsNotSpokenIsNamed() {
        Verdict verdict = Drill.run(SERVER + "+0 splice(4, 5) = 0\n");
        assertEquals(new Verdict.Unsupported(8, "the system call splice"), verdict);
    }

    @Test
    void aMistakeIsShownWithLineAndColumn() {
        Verdict.Malformed verdict = assertInstanceOf(Verdict.Malformed.class,
                Drill.run(SERVER + "+0 > P. 1:101(99) ack 1\n"));
        assertEquals(8, verdict.line());
        assertEquals(9, verdict.column());
        assertTrue(verdict.mistake().contains("write 1:100(99)"), verdict.mistake());
    }

    @Test
    void anEmptyScriptIsAMistake() {
        assertInstanceOf(Verdict.Malformed.class, Drill.run("// nothing\n"));
    }

    private static String report(String rest) {
        return Drill.run(SERVER + rest).report("a.pkt");
    }

    private static void fails(int line, String reason, String rest) {
        Verdict.Failed verdict = assertInstanceOf(Verdict.Failed.class, Drill.run(SERVER + rest), report(rest));
        assertEquals(line, verdict.line(), report(rest));
        assertTrue(verdict.reason().contains(reason), verdict.reason());
    }
}
