package org.sockeye.labs.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertEquals("\"a\\tb\\r\\n\\\"\\x01\\xc3\\xa4\"", Quoted.text("a\tb\r\n\"\u0001ä"));
    }

    @Test
    void zerosAtTheEndAreCounted() {
        assertEquals("\"AB\\0 … \\0\" (2 bytes, then 1022 NULs)",
                Quoted.bytes(java.util.Arrays.copyOf("AB".getBytes(StandardCharsets.US_ASCII), 1024)));
    }

    @Test
    void aLongTextIsCutInTheMiddle() {
        String text = "a".repeat(500) + "b".repeat(500);
        assertEquals("\"" + "a".repeat(60) + " … " + "b".repeat(60) + "\" (1000 bytes)", Quoted.text(text));
    }
}
