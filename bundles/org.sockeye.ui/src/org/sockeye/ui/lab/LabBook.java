package org.sockeye.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.launching.grading.LabSheet;
import org.sockeye.ui.theme.EmptyPage;

/** The pages of the view: a lab under the choice of projects, or a word on how to begin. */
final class LabBook {

    private final Composite area;
    private final StackLayout pages = new StackLayout();
    private final Composite content;
    private final Combo choice;
    private final LabPage page;
    private final EmptyPage empty;
    private final EmptyPage missing;
    private List<LabProject> offered = List.of();

    /**
     * @param chosen told which project a person chooses
     * @param grade grades the project shown
     */
    LabBook(Composite parent, Consumer<IProject> chosen, Runnable grade) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(pages);
        empty = new EmptyPage(area);
        empty.say(Messages.empty);
        empty.offer(Messages.newProject, () -> NewLabWizard.open(area.getShell()));
        missing = new EmptyPage(area);
        content = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        Composite bar = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.projectLabel);
        choice = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        choice.addListener(SWT.Selection, event -> chosen.accept(offered.get(choice.getSelectionIndex()).project()));
        page = new LabPage(content, grade);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page.control());
    }

    Composite control() {
        return area;
    }

    LabPage page() {
        return page;
    }

    void setFocus() {
        if (pages.topControl == content) {
            page.setFocus();
        } else {
            area.setFocus();
        }
    }

    void show(List<LabProject> projects, Optional<LabProject> current) {
        if (!projects.equals(offered)) {
            offered = projects;
            choice.setItems(projects.stream()
                    .map(each -> NLS.bind(Messages.projectItem, each.project().getName(), each.lab()))
                    .toArray(String[]::new));
        }
        Control top = current.map(this::show).orElse(empty.control());
        if (pages.topControl != top) {
            pages.topControl = top;
            area.layout();
        }
    }

    private Control show(LabProject project) {
        choice.select(offered.indexOf(project));
        Optional<LabSheet> lab = Labs.of(project.lab());
        if (lab.isEmpty()) {
            missing.say(NLS.bind(Messages.noLab, project.lab()));
            return missing.control();
        }
        boolean grading = Job.getJobManager().find(Grades.FAMILY).length > 0;
        page.show(project, lab.get(), Grades.workbench().of(project), grading);
        return content;
    }
}
