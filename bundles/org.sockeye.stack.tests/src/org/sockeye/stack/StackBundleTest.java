package org.sockeye.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StackBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
