package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgramsBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
