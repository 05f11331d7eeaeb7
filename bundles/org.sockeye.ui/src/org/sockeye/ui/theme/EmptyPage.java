package org.sockeye.ui.theme;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** What a view shows as long as it has nothing: what would fill it, and commands that do. */
public final class EmptyPage {

    private final Composite area;
    private final Label text;

    public EmptyPage(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 14).spacing(5, 10).applyTo(area);
        text = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(220, SWT.DEFAULT).applyTo(text);
    }

    public Composite control() {
        return area;
    }

    public void say(String words) {
        if (!text.getText().equals(words)) {
            text.setText(words);
            area.layout();
        }
    }

    /** Offers to show a view. */
    public void offerView(String label, String view) {
        offer(label, () -> {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(view);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
            }
        });
    }

    /** Offers a command below the words. */
    public void offer(String label, Runnable command) {
        Link link = new Link(area, SWT.NONE);
        link.setText("<a>" + label + "</a>");
        link.addListener(SWT.Selection, event -> command.run());
    }
}
