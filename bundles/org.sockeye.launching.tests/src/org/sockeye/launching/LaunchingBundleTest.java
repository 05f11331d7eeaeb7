package org.sockeye.launching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.ResourcesPlugin;
import org.junit.jupiter.api.Test;

class LaunchingBundleTest {
    @Test
    void testsRunInEclipseWithAWorkspace() {
        assertTrue(ResourcesPlugin.getWorkspace().getRoot().exists());
    }
}
