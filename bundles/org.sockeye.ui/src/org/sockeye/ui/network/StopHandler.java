package org.sockeye.ui.network;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.session.NetworkSessions;

/** <em>Stop Network</em>: ends every program on it. */
public final class StopHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        Job.create(Messages.stopping, (ICoreRunnable) monitor -> NetworkSessions.workbench().stop()).schedule();
        return null;
    }
}
