package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class UiBundleTest {
    @Test
    void testsRunBesideAWorkbenchAndNotOnItsThread() {
        assertTrue(PlatformUI.isWorkbenchRunning());
        IWorkbenchWindow[] window = new IWorkbenchWindow[1];
        PlatformUI.getWorkbench().getDisplay()
                .syncExec(() -> window[0] = PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        assertNotNull(window[0]);
    }
}
