package org.sockeye.labs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabsBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
