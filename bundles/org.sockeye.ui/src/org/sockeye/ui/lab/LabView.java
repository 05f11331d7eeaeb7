package org.sockeye.ui.lab;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.ui.trace.UiThread;

/** The Lab view: the lab of the project that a person works in. */
public final class LabView extends ViewPart implements ISelectionListener {

    private final IResourceChangeListener projects = event -> UiThread.run(this::refresh);
    private @Nullable LabBook book;
    private @Nullable IProject chosen;

    @Override
    public void createPartControl(Composite parent) {
        LabBook created = new LabBook(parent, this::choose, this::grade);
        book = created;
        Grades.workbench().onChange(parent, this::refresh);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(projects, IResourceChangeEvent.POST_CHANGE);
        getSite().getPage().addPostSelectionListener(this);
        refresh();
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(projects);
        getSite().getPage().removePostSelectionListener(this);
        super.dispose();
    }

    @Override
    public void setFocus() {
        LabBook current = book;
        if (current != null) {
            current.setFocus();
        }
    }

    /** Shows the lab of the project that something was selected in. */
    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        Object element = part instanceof IEditorPart editor ? editor.getEditorInput()
                : selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        IResource resource = Adapters.adapt(element, IResource.class);
        if (resource != null && !resource.getProject().equals(chosen)
                && LabProject.of(resource.getProject()).isPresent()) {
            choose(resource.getProject());
        }
    }

    /** Saves what is being edited in the project, then grades it. */
    public void grade() {
        current().ifPresent(project -> {
            if (IDE.saveAllEditors(new IResource[] { project.project() }, false)) {
                Job job = Grades.workbench().grade(project);
                job.addJobChangeListener(new JobChangeAdapter() {
                    @Override
                    public void done(IJobChangeEvent event) {
                        UiThread.run(LabView.this::refresh);
                    }
                });
                refresh();
            }
        });
    }

    private void choose(IProject project) {
        chosen = project;
        refresh();
    }

    private Optional<LabProject> current() {
        List<LabProject> all = LabProject.all();
        return all.stream().filter(project -> project.project().equals(chosen)).findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void refresh() {
        LabBook current = book;
        if (current != null && !current.control().isDisposed()) {
            current.show(LabProject.all(), current());
        }
    }
}
