package org.sockeye.launching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LaunchingBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
