package org.sockeye.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgentBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
