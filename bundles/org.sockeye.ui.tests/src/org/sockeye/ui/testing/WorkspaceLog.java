package org.sockeye.ui.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class while which an error was written to the workspace's log. */
public final class WorkspaceLog implements BeforeAllCallback, AfterAllCallback {

    private final List<IStatus> errors = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, plugin) -> {
        if (status.matches(IStatus.ERROR)) {
            errors.add(status);
        }
    };

    @Override
    public void beforeAll(ExtensionContext context) {
        Platform.addLogListener(listener);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Platform.removeLogListener(listener);
        if (!errors.isEmpty()) {
            AssertionError failure = new AssertionError("errors in the workspace log: " + errors);
            errors.forEach(error -> {
                if (error.getException() != null) {
                    failure.addSuppressed(error.getException());
                }
            });
            throw failure;
        }
    }
}
