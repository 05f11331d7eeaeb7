package org.sockeye.ui.network;

import java.util.Optional;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.sockeye.ui.launch.HostShortcut;

/** Launches the Java class that is dropped on a host, there. */
final class HostDropTarget extends DropTargetAdapter {

    private final NetworkCanvas canvas;

    private HostDropTarget(NetworkCanvas canvas) {
        this.canvas = canvas;
    }

    static void on(NetworkCanvas canvas) {
        DropTarget target = new DropTarget(canvas.control(),
                DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] { LocalSelectionTransfer.getTransfer() });
        target.addDropListener(new HostDropTarget(canvas));
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        Optional<String> host = host(event);
        canvas.mark(host.orElse(null));
        event.detail = host.isPresent() ? DND.DROP_COPY : DND.DROP_NONE;
    }

    @Override
    public void dragLeave(DropTargetEvent event) {
        canvas.mark(null);
    }

    @Override
    public void drop(DropTargetEvent event) {
        canvas.mark(null);
        if (LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection dropped) {
            host(event).ifPresent(host -> launch(host, dropped));
        }
    }

    /** Launches what was dropped. */
    static void launch(String host, IStructuredSelection dropped) {
        new HostShortcut().launchOn(host, dropped.toArray(), ILaunchManager.RUN_MODE);
    }

    private Optional<String> host(DropTargetEvent event) {
        Point place = canvas.control().toControl(event.x, event.y);
        return canvas.host(place.x, place.y);
    }
}
