package org.sockeye.launching.session;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Leaves nothing running when the workbench ends. */
public final class SessionActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        // Everything starts when somebody launches a program.
    }

    @Override
    public void stop(BundleContext context) {
        NetworkSessions.workbench().shutDown();
    }
}
