package org.sockeye.ui.lab;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.sockeye.labs.report.CheckResult;
import org.sockeye.labs.report.GradeReport;
import org.sockeye.launching.grading.LabSheet;
import org.sockeye.ui.theme.Icons;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.theme.Shortened;

/** The checks of a lab with their verdicts, and what there is to say about the selected one. */
final class ChecksTable {

    private static final int POINTS_WIDTH = 48;

    private static final int ICON_ROOM = 30;
    private static final int WRAP_INDENT = 18;

    private final Table table;
    private final StyledText feedback;
    private List<CheckResult> results = List.of();

    ChecksTable(SashForm parent) {
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        TableColumn title = new TableColumn(table, SWT.LEFT);
        TableColumn points = new TableColumn(table, SWT.RIGHT);
        points.setWidth(POINTS_WIDTH);
        table.addListener(SWT.Resize, event -> {
            title.setWidth(Math.max(80, table.getClientArea().width - POINTS_WIDTH));
            shorten();
        });
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            table.setToolTipText(item == null ? null : (String) item.getData());
        });
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.checksName;
            }
        });
        table.addListener(SWT.Selection, event -> explain());
        feedback = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        feedback.setMargins(10, 6, 10, 6);
        Palette.onChange(table, this::explain);
    }

    Table table() {
        return table;
    }

    String feedback() {
        return feedback.getText();
    }

    void show(LabSheet lab, Optional<GradeReport> report) {
        results = report.map(GradeReport::checks).orElse(List.of());
        table.removeAll();
        if (results.isEmpty()) {
            lab.checks().forEach(check -> add("open", check.title(), Feedback.points(check.points())));
        }
        for (CheckResult result : results) {
            add(icon(result.status()), result.title(), NLS.bind(Messages.checkPoints,
                    Feedback.points(result.points()), Feedback.points(result.maximum())));
        }
        shorten();
        selectFirstProblem();
        explain();
    }

    private void add(String icon, String title, String points) {
        TableItem item = new TableItem(table, SWT.NONE);
        Image image = Icons.image(icon);
        item.setImage(0, image);
        item.setData(title);
        item.setText(1, points);
    }

    /** Titles that are too long end in an ellipsis; the tool tip and the feedback have them whole. */
    private void shorten() {
        GC gc = new GC(table);
        int room = table.getColumn(0).getWidth() - ICON_ROOM;
        for (TableItem item : table.getItems()) {
            item.setText(Shortened.text(gc, (String) item.getData(), room));
        }
        gc.dispose();
    }

    private void selectFirstProblem() {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).status() != CheckResult.Status.PASSED) {
                table.setSelection(i);
                return;
            }
        }
    }

    private void explain() {
        int index = table.getSelectionIndex();
        if (index >= 0 && index < results.size()) {
            feedback.setForeground(table.getForeground());
            feedback.setText(Feedback.of(results.get(index)));
            feedback.setLineWrapIndent(0, feedback.getLineCount(), WRAP_INDENT);
        } else {
            feedback.setForeground(Palette.muted());
            feedback.setText(index >= 0 ? (String) table.getItem(index).getData() : Messages.pickCheck);
        }
    }

    private static String icon(CheckResult.Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case BROKEN -> "broken";
        };
    }
}
