package org.sockeye.ui.packets;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.PacketRow;
import org.sockeye.ui.UiIds;
import org.sockeye.ui.source.SourceOpener;
import org.sockeye.ui.trace.TraceFeed;

/** The Packets view. Selecting a row selects its frame everywhere; a double click opens the line that sent it. */
public final class PacketsView extends ViewPart {

    private final RowSelection selection = new RowSelection();
    private @Nullable PacketsPage page;

    @Override
    public void createPartControl(Composite parent) {
        PacketsPage created = new PacketsPage(parent, TraceFeed.workbench(), selection::setSelection);
        page = created;
        Table table = created.table();
        table.addListener(SWT.DefaultSelection, event -> openSource(selection.getSelection()));
        MenuManager menu = new MenuManager();
        table.setMenu(menu.createContextMenu(table));
        getSite().registerContextMenu(UiIds.PACKETS_VIEW, menu, selection);
        getSite().setSelectionProvider(selection);
    }

    @Override
    public void setFocus() {
        PacketsPage current = page;
        if (current != null) {
            current.table().setFocus();
        }
    }

    private void openSource(ISelection rows) {
        if (rows instanceof IStructuredSelection structured && structured.getFirstElement() instanceof PacketRow row) {
            SourceOpener.open(row, getViewSite());
        }
    }
}
