package org.sockeye.ui.source;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.PacketRow;

/** <em>Open Sending Line</em> on the selected packet. */
public final class OpenSourceHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
        if (selection.getFirstElement() instanceof PacketRow row) {
            SourceOpener.open(row, HandlerUtil.getActivePartChecked(event).getSite());
        }
        return null;
    }
}
