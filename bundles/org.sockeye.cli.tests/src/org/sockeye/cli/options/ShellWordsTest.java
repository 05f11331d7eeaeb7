package org.sockeye.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.sockeye.cli.outcome.UsageError;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void blanksSeparateWords() {
        assertEquals(List.of("java", "-cp", "bin", "TCPServer"), ShellWords.split("  java -cp  bin\tTCPServer "));
    }

    @Test
    void singleQuotesKeepEverything() {
        assertEquals(List.of("a b\\\"", "c"), ShellWords.split("'a b\\\"' c"));
    }

    @Test
    void doubleQuotesKeepBlanksAndLetBackslashesEscapeQuotes() {
        assertEquals(List.of("say \"hi\" \\n"), ShellWords.split("\"say \\\"hi\\\" \\n\""));
    }

    @Test
    void quotesMayStandInsideAWordAndMakeEmptyOnes() {
        assertEquals(List.of("--name=a b", ""), ShellWords.split("--name='a b' ''"));
    }

    @Test
    void aBackslashKeepsTheNextCharacter() {
        assertEquals(List.of("my file"), ShellWords.split("my\\ file"));
    }

    @Test
    void anOpenQuoteIsNamedWithItsColumn() {
        UsageError error = assertThrows(UsageError.class, () -> ShellWords.split("java 'Server"));
        assertEquals("the quote at column 6 of \"java 'Server\" is never closed; close it", error.getMessage());
    }

    @Test
    void anEmptyCommandIsRefused() {
        assertThrows(UsageError.class, () -> ShellWords.split(" "));
    }
}
