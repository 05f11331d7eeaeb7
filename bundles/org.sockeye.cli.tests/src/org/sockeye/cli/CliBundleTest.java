package org.sockeye.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CliBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
