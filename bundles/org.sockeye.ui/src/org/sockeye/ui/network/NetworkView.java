package org.sockeye.ui.network;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.trace.TraceFeed;

/** The Network view: hosts, switches, routers and links, and the programs on them. Drop a class on a host to run it. */
public final class NetworkView extends ViewPart {

    private @Nullable NetworkCanvas canvas;

    @Override
    public void createPartControl(Composite parent) {
        TraceFeed feed = TraceFeed.workbench();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        NetworkCanvas created = new NetworkCanvas(parent, feed);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(created.control());
        Label hint = new Label(parent, SWT.WRAP);
        hint.setText(Messages.hint);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).hint(100, SWT.DEFAULT).applyTo(hint);
        Palette.onChange(hint, () -> hint.setForeground(Palette.muted()));
        hint.setForeground(Palette.muted());
        HostDropTarget.on(created);
        canvas = created;
        feed.onChange(parent, () -> created.show(NetworkModels.of(feed.session())));
        created.show(NetworkModels.of(feed.session()));
    }

    @Override
    public void setFocus() {
        NetworkCanvas current = canvas;
        if (current != null) {
            current.control().setFocus();
        }
    }
}
