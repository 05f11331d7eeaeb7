package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are given one at a time, and only to a program that waits for one. */
class StandardInputTest {

    private final List<String> got = new ArrayList<>();

    private void read(StandardInput input) {
        input.read(line -> got.add(new String(line, StandardCharsets.UTF_8)));
    }

    private static ProgramSpec.Input scripted(String text) {
        return new ProgramSpec.Input.Scripted(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineIsGivenOnlyWhenItIsWaitedFor() {
        StandardInput input = new StandardInput(scripted("one\ntwo\n"));
        assertFalse(input.canGive());
        input.give();
        assertEquals(List.of(), got);
        read(input);
        assertTrue(input.canGive());
        input.give();
        assertFalse(input.canGive());
        assertEquals(List.of("one\n"), got);
    }

    @Test
    void theLastLineNeedsNoEndAndIsFollowedByTheEndOfInputAgainAndAgain() {
        StandardInput input = new StandardInput(scripted("\nlast"));
        for (int i = 0; i < 4; i++) {
            read(input);
            input.give();
        }
        assertEquals(List.of("\n", "last", "", ""), got);
    }

    @Test
    void whoeverIsToTypeIsAwaitedUntilSomethingIsTypedOrTheInputEnds() {
        StandardInput input = new StandardInput(new ProgramSpec.Input.Typed());
        assertFalse(input.isAwaited());
        read(input);
        assertTrue(input.isAwaited());
        assertFalse(input.canGive());
        input.add("typed\n".getBytes(StandardCharsets.UTF_8));
        assertFalse(input.isAwaited());
        input.give();
        read(input);
        input.end();
        assertFalse(input.isAwaited());
        input.give();
        assertEquals(List.of("typed\n", ""), got);
    }
}
