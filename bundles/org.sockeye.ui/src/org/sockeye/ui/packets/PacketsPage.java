package org.sockeye.ui.packets;

import java.util.function.Consumer;
import org.eclipse.jdt.ui.JavaUI;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.sockeye.inspect.PacketList;
import org.sockeye.inspect.PacketRow;
import org.sockeye.ui.theme.EmptyPage;
import org.sockeye.ui.trace.TraceFeed;

/** What the Packets view shows: the filter, and the table or a word on what would fill it. */
final class PacketsPage {

    private final TraceFeed feed;
    private final Composite area;
    private final FilterField filter;
    private final Composite stack;
    private final StackLayout pages = new StackLayout();
    private final PacketTable packets;
    private final EmptyPage empty;
    private final Consumer<StructuredSelection> selections;
    private int told;

    /** @param selections told which row is selected, in whichever view that was done */
    PacketsPage(Composite parent, TraceFeed feed, Consumer<StructuredSelection> selections) {
        this.feed = feed;
        this.selections = selections;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        filter = new FilterField(area, feed::filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter.control());
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(pages);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        packets = new PacketTable(stack, feed);
        empty = new EmptyPage(stack);
        empty.offerView(Messages.showProjects, JavaUI.ID_PACKAGES);
        packets.control().addListener(SWT.Selection, event -> select());
        feed.onChange(area, this::refresh);
        refresh();
    }

    Table table() {
        return packets.control();
    }

    FilterField filter() {
        return filter;
    }

    private void select() {
        packets.selected().ifPresent(row -> feed.select(row.number()));
    }

    private void refresh() {
        PacketList list = feed.packets();
        int size = list.size();
        int total = list.total();
        packets.refresh();
        int selected = packets.selected().map(PacketRow::number).orElse(0);
        if (selected != told) {
            told = selected;
            selections.accept(packets.selected().map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
        }
        filter.count(size == total ? NLS.bind(Messages.count, total) : NLS.bind(Messages.countFiltered, size, total));
        Control top = size > 0 ? packets.control() : empty.control();
        empty.say(total == 0 ? Messages.empty : Messages.emptyFiltered);
        if (pages.topControl != top) {
            pages.topControl = top;
            stack.layout();
        }
    }
}
