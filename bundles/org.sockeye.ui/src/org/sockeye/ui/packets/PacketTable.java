package org.sockeye.ui.packets;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.PacketList;
import org.sockeye.inspect.PacketRow;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.ui.theme.LayerTiles;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.trace.TraceFeed;

/** The virtual table of packets: asks for a row only when it is to be seen. */
final class PacketTable {

    private final Table table;
    private final LayerTiles tiles;
    private final TraceFeed feed;
    private PacketList shown;
    private @Nullable DisplayFilter filter;

    PacketTable(Composite parent, TraceFeed feed) {
        this.feed = feed;
        shown = feed.packets();
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        tiles = new LayerTiles(table);
        for (Column column : Column.values()) {
            TableColumn header = new TableColumn(table, column.alignment());
            header.setText(column.title());
            header.setWidth(column.width());
            header.setMoveable(true);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Resize, event -> widenInfo());
        Palette.onChange(table, table::clearAll);
    }

    Table control() {
        return table;
    }

    /** Shows the rows that there are now, and selects that of the selected frame. */
    void refresh() {
        PacketList packets = feed.packets();
        int size = packets.size();
        if (packets != shown || packets.filter() != filter || size < table.getItemCount()) {
            shown = packets;
            filter = packets.filter();
            // All at once: GTK may ask for rows while some of them are being removed, and then keep what is gone.
            table.removeAll();
        }
        if (table.getItemCount() != size) {
            table.setItemCount(size);
        }
        followSelection();
    }

    /** The row that is selected, if there is one. */
    Optional<PacketRow> selected() {
        return row(table.getSelectionIndex());
    }

    /** A row; none if the table shows rows that another filter has just taken away. */
    private Optional<PacketRow> row(int index) {
        try {
            return index < 0 ? Optional.empty() : Optional.of(shown.row(index));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The last column takes what room is left, and never less than it needs to say something. */
    private void widenInfo() {
        int left = table.getClientArea().width;
        for (Column column : Column.values()) {
            left -= column == Column.INFO ? 0 : table.getColumn(column.ordinal()).getWidth();
        }
        table.getColumn(Column.INFO.ordinal()).setWidth(Math.max(Column.INFO.width(), left));
    }

    private void followSelection() {
        int index = shown.indexOf(feed.selected()).orElse(-1);
        if (index < 0) {
            table.deselectAll();
        } else if (index != table.getSelectionIndex()) {
            table.setSelection(index);
        }
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int index = table.indexOf(item);
        if (index < 0) {
            // GTK asks for a row while it removes all of them. SWT makes an item for it, then forgets it: left alone, it
            // would outlive its row, and crash the workbench when it is styled anew.
            item.dispose();
        } else {
            row(index).ifPresent(row -> fill(item, row));
        }
    }

    private void fill(TableItem item, PacketRow row) {
        for (Column column : Column.values()) {
            item.setText(column.ordinal(), column.text(row));
        }
        item.setImage(0, tiles.of(row.layer()));
        item.setBackground(Column.PROTOCOL.ordinal(), Palette.of(row.layer()));
        item.setForeground(Column.PROTOCOL.ordinal(), Palette.textOnLayer());
        if (row.dropped() != null || !row.problems().isEmpty()) {
            item.setForeground(Column.INFO.ordinal(), Palette.problem());
        }
    }
}
