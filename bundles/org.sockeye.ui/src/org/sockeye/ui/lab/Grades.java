package org.sockeye.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.launching.grading.Grader;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.ui.trace.UiThread;

/** The last grade of every lab project, and the jobs that grade. */
public final class Grades {

    /** Jobs that grade belong to this family, so that somebody can wait for them. */
    public static final Object FAMILY = Grades.class;

    private static final Grades WORKBENCH = new Grades();

    /** Kept with the project itself, so that it goes with it. */
    private static final QualifiedName REPORT = new QualifiedName("org.sockeye.ui", "grade");

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Grades() {
    }

    public static Grades workbench() {
        return WORKBENCH;
    }

    /** The last report on a project, if it has been graded since the workbench started. */
    public Optional<GradeReport> of(LabProject project) {
        try {
            return Optional.ofNullable((GradeReport) project.project().getSessionProperty(REPORT));
        } catch (CoreException e) {
            return Optional.empty();
        }
    }

    /** Grades a project in a job that can be cancelled. */
    public Job grade(LabProject project) {
        Job job = new Job(NLS.bind(Messages.grading, project.project().getName())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    GradeReport report = Grader.grade(project, monitor);
                    if (!project.project().isAccessible()) {
                        // It was deleted or closed meanwhile: nobody wants to know any more.
                        return Status.CANCEL_STATUS;
                    }
                    project.project().setSessionProperty(REPORT, report);
                    UiThread.run(() -> listeners.forEach(Runnable::run));
                    return Status.OK_STATUS;
                } catch (CoreException e) {
                    return e.getStatus();
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == FAMILY;
            }
        };
        job.setUser(false);
        job.schedule();
        return job;
    }

    /** Has {@code refresh} run on the UI thread after every grading, until the control is disposed. */
    void onChange(Control control, Runnable refresh) {
        Runnable listener = () -> {
            if (!control.isDisposed()) {
                refresh.run();
            }
        };
        listeners.add(listener);
        control.addDisposeListener(event -> listeners.remove(listener));
    }
}
