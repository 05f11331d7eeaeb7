package org.sockeye.ui.trace;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The way from any thread to the UI's. */
public final class UiThread {

    private UiThread() {
    }

    /** Runs {@code task} on the UI thread soon; never, if the workbench is closing. */
    public static void run(Runnable task) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    task.run();
                }
            });
        }
    }
}
