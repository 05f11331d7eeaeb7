package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UiBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
