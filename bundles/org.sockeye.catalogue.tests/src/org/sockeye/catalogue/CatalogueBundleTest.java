package org.sockeye.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CatalogueBundleTest {
    @Test
    void isRun() {
        assertTrue(true);
    }
}
