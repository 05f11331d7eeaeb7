package org.sockeye.ui.lab;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.sockeye.launching.grading.LabSheet;
import org.sockeye.launching.grading.LabSheets;

/** The installed labs; none, with a word in the log, if they cannot be read. */
final class Labs {

    private Labs() {
    }

    static List<LabSheet> all() {
        try {
            return LabSheets.all();
        } catch (CoreException e) {
            ILog.of(Labs.class).log(e.getStatus());
            return List.of();
        }
    }

    static Optional<LabSheet> of(String id) {
        return all().stream().filter(lab -> lab.id().equals(id)).findFirst();
    }
}
