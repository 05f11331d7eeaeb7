package org.sockeye.ui.layers;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.sockeye.ui.trace.TraceFeed;

/** The Layers view: the selected packet, opened. */
public final class LayersView extends ViewPart {

    private @Nullable LayersPage page;

    @Override
    public void createPartControl(Composite parent) {
        page = new LayersPage(parent, TraceFeed.workbench());
    }

    @Override
    public void setFocus() {
        LayersPage current = page;
        if (current != null) {
            current.tree().control().setFocus();
        }
    }
}
