package org.sockeye.inspect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InspectBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
