package org.sockeye.launching.session;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.model.IProcess;

/** Waits for the end of a process that Eclipse has started. */
final class ProcessEnd implements IDebugEventSetListener {

    private final IProcess process;
    private final Runnable action;

    private ProcessEnd(IProcess process, Runnable action) {
        this.process = process;
        this.action = action;
    }

    /** Runs {@code action} when the process has ended, on any thread; twice, if it ends just now. */
    static void of(IProcess process, Runnable action) {
        ProcessEnd end = new ProcessEnd(process, action);
        DebugPlugin.getDefault().addDebugEventListener(end);
        if (process.isTerminated()) {
            end.come();
        }
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getKind() == DebugEvent.TERMINATE && event.getSource().equals(process)) {
                come();
            }
        }
    }

    private void come() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
        action.run();
    }
}
