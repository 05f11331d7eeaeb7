package org.sockeye.ui.packets;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.FilterException;
import org.sockeye.ui.theme.Palette;

/** Where a display filter is typed. What is wrong with it is said below, under the place where it is wrong. */
final class FilterField {

    private static final int PATIENCE = 250;

    private final Composite area;
    private final Text text;
    private final Label count;
    private final Label error;
    private final Consumer<DisplayFilter> filters;
    private int keystrokes;

    /** @param filters given each filter that can be understood */
    FilterField(Composite parent, Consumer<DisplayFilter> filters) {
        this.filters = filters;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 3).spacing(6, 1).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.filterLabel);
        text = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.filterHint);
        text.setToolTipText(Messages.filterTooltip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        count = new Label(area, SWT.RIGHT);
        error = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).exclude(true).applyTo(error);
        text.addModifyListener(event -> applySoon());
        text.addListener(SWT.DefaultSelection, event -> apply());
        Palette.onChange(area, () -> error.setForeground(Palette.problem()));
    }

    Composite control() {
        return area;
    }

    Text text() {
        return text;
    }

    /** What is wrong with the filter, or empty. */
    String problem() {
        return error.getText();
    }

    /** Says how many packets there are. */
    void count(String words) {
        if (!count.getText().equals(words)) {
            count.setText(words);
            area.layout();
        }
    }

    private void applySoon() {
        int now = ++keystrokes;
        text.getDisplay().timerExec(PATIENCE, () -> {
            if (now == keystrokes && !text.isDisposed()) {
                apply();
            }
        });
    }

    private void apply() {
        keystrokes++;
        try {
            filters.accept(DisplayFilter.parse(text.getText()));
            show(null);
        } catch (FilterException e) {
            show(e);
        }
    }

    private void show(@Nullable FilterException problem) {
        error.setText(problem == null ? "" : String.valueOf(problem.getMessage()));
        error.setForeground(Palette.problem());
        error.setVisible(problem != null);
        ((org.eclipse.swt.layout.GridData) error.getLayoutData()).exclude = problem == null;
        area.getParent().layout(true, true);
    }
}
