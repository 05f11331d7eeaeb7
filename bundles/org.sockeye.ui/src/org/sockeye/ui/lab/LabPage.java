package org.sockeye.ui.lab;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.launching.grading.LabSheet;
import org.sockeye.ui.markdown.MarkdownPage;
import org.sockeye.ui.theme.Palette;

/** One lab project: instructions, checks, feedback, points and the button that grades. */
final class LabPage {

    private final Composite area;
    private final MarkdownPage instructions;
    private final ChecksTable checks;
    private final Label points;
    private final Button grade;
    private LabSheet lab = LabSheet.NONE;
    private Optional<GradeReport> report = Optional.empty();

    LabPage(Composite parent, Runnable gradeCommand) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        SashForm parts = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        instructions = new MarkdownPage(parts);
        checks = new ChecksTable(parts);
        parts.setWeights(46, 27, 27);
        Composite bar = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 6).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        points = new Label(bar, SWT.NONE);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), points);
        points.setFont(fonts.create(FontDescriptor.createFrom(points.getFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(points);
        grade = new Button(bar, SWT.PUSH);
        grade.setText(Messages.grade);
        Listener run = event -> gradeCommand.run();
        grade.addListener(SWT.Selection, run);
        Palette.onChange(area, this::showPoints);
    }

    Composite control() {
        return area;
    }

    Button grade() {
        return grade;
    }

    ChecksTable checks() {
        return checks;
    }

    String points() {
        return points.getText();
    }

    void setFocus() {
        instructions.widget().setFocus();
    }

    /** @param grading whether a job is grading the project just now */
    void show(LabProject project, LabSheet shown, Optional<GradeReport> found, boolean grading) {
        if (!shown.equals(lab)) {
            instructions.show(shown.instructions());
        }
        if (!shown.equals(lab) || !found.equals(report)) {
            checks.show(shown, found);
        }
        lab = shown;
        report = found;
        grade.setEnabled(!grading);
        showPoints();
        if (grading) {
            points.setText(NLS.bind(Messages.grading, project.project().getName()));
        }
        points.getParent().layout();
    }

    private void showPoints() {
        GradeReport graded = report.orElse(null);
        if (graded == null) {
            points.setForeground(Palette.muted());
            points.setText(NLS.bind(Messages.possible, Feedback.points(lab.maximum())));
        } else if (!graded.problem().isEmpty()) {
            points.setForeground(Palette.problem());
            points.setText(NLS.bind(Messages.gradeFailed, graded.problem()));
            points.setToolTipText(graded.problem());
        } else {
            points.setForeground(graded.points() < graded.maximum() ? area.getForeground() : Palette.success());
            points.setText(NLS.bind(Messages.points, Feedback.points(graded.points()),
                    Feedback.points(graded.maximum())));
        }
    }
}
