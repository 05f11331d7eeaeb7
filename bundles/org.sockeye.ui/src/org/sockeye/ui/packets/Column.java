package org.sockeye.ui.packets;

import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.sockeye.inspect.PacketRow;

/** The columns of the packet list. */
enum Column {
    NUMBER(50, SWT.LEFT, row -> Integer.toString(row.number())),
    TIME(96, SWT.RIGHT, PacketRow::timeText),
    WHERE(80, SWT.LEFT, PacketRow::where),
    SOURCE(74, SWT.LEFT, PacketRow::source),
    DESTINATION(90, SWT.LEFT, PacketRow::destination),
    PROTOCOL(70, SWT.LEFT, PacketRow::protocol),
    LENGTH(60, SWT.RIGHT, row -> Integer.toString(row.length())),
    INFO(200, SWT.LEFT, Column::info);

    private final int width;
    private final int alignment;
    private final Function<PacketRow, String> text;

    Column(int width, int alignment, Function<PacketRow, String> text) {
        this.width = width;
        this.alignment = alignment;
        this.text = text;
    }

    /** How wide it is at first, in pixels. */
    int width() {
        return width;
    }

    int alignment() {
        return alignment;
    }

    String text(PacketRow row) {
        return text.apply(row);
    }

    String title() {
        return switch (this) {
            case NUMBER -> Messages.columnNumber;
            case TIME -> Messages.columnTime;
            case WHERE -> Messages.columnWhere;
            case SOURCE -> Messages.columnSource;
            case DESTINATION -> Messages.columnDestination;
            case PROTOCOL -> Messages.columnProtocol;
            case LENGTH -> Messages.columnLength;
            case INFO -> Messages.columnInfo;
        };
    }

    private static String info(PacketRow row) {
        String dropped = row.dropped();
        return dropped == null ? row.info() : NLS.bind(Messages.dropped, dropped, row.info());
    }
}
