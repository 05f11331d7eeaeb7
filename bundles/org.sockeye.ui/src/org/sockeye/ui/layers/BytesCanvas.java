package org.sockeye.ui.layers;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.ui.theme.Palette;

/** Draws the bytes of a frame, each on the colour of the layer whose own it is. */
final class BytesCanvas {

    private static final int MARGIN = 6;

    private final ScrolledComposite scroller;
    private final Canvas canvas;
    private final Spotlight spotlight;
    private final Font font;

    private record Grid(int columns, Point character, int lineHeight) {

        int rows(int bytes) {
            return (bytes + columns - 1) / columns;
        }

        int hexX(int column) {
            return MARGIN + character.x * (5 + 3 * column + (column >= 8 ? 1 : 0));
        }

        int textX(int column) {
            return MARGIN + character.x * (5 + 3 * columns + (columns > 8 ? 2 : 1) + column);
        }

        int y(int row) {
            return MARGIN + row * lineHeight;
        }
    }

    BytesCanvas(Composite parent, Spotlight spotlight) {
        this.spotlight = spotlight;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        canvas = new Canvas(scroller, SWT.DOUBLE_BUFFERED);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), canvas);
        font = fonts.create(FontDescriptor.createFrom(JFaceResources.getTextFont()).increaseHeight(-1));
        scroller.setContent(canvas);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.addListener(SWT.Resize, event -> resize());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, this::point);
        canvas.addListener(SWT.MouseDown, this::point);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.bytesName;
            }
        });
        spotlight.onChange(this::refresh);
        Palette.onChange(canvas, canvas::redraw);
    }

    Composite control() {
        return scroller;
    }

    private void refresh() {
        resize();
        canvas.redraw();
    }

    private void resize() {
        int bytes = spotlight.packet().map(packet -> packet.bytes().length).orElse(0);
        Grid grid = grid();
        scroller.setMinHeight(grid.y(grid.rows(bytes)) + MARGIN);
    }

    private Grid grid() {
        GC gc = new GC(canvas);
        gc.setFont(font);
        Point character = gc.textExtent("0");
        gc.dispose();
        Grid wide = new Grid(16, character, character.y + 4);
        return wide.textX(16) <= scroller.getClientArea().width ? wide : new Grid(8, character, character.y + 4);
    }

    private void point(Event event) {
        spotlight.packet().ifPresent(packet -> {
            Grid grid = grid();
            int row = (event.y - MARGIN) / grid.lineHeight();
            for (int column = 0; column < grid.columns(); column++) {
                int offset = row * grid.columns() + column;
                boolean hit = new Rectangle(grid.hexX(column), 0, 3 * grid.character().x, 1).contains(event.x, 0)
                        || new Rectangle(grid.textX(column), 0, grid.character().x, 1).contains(event.x, 0);
                if (hit && event.y >= MARGIN && offset < packet.bytes().length) {
                    spotlight.light(offset);
                }
            }
        });
    }

    private void paint(GC gc) {
        spotlight.packet().ifPresent(packet -> {
            gc.setFont(font);
            Grid grid = grid();
            Rectangle clip = gc.getClipping();
            int first = Math.max(0, (clip.y - MARGIN) / grid.lineHeight());
            int last = Math.min(grid.rows(packet.bytes().length), (clip.y + clip.height) / grid.lineHeight() + 1);
            for (int row = first; row < last; row++) {
                gc.setForeground(Palette.muted());
                gc.drawText(String.format(Locale.ROOT, "%04x", row * grid.columns()), MARGIN, grid.y(row), true);
                for (int column = 0; column < grid.columns(); column++) {
                    paint(gc, grid, packet, row, column);
                }
            }
        });
    }

    private void paint(GC gc, Grid grid, PacketDetail packet, int row, int column) {
        int offset = row * grid.columns() + column;
        if (offset >= packet.bytes().length) {
            return;
        }
        int value = packet.bytes()[offset] & 0xff;
        int width = grid.character().x;
        int y = grid.y(row);
        Optional<Doll> owner = Spotlight.owner(packet, offset);
        owner.ifPresent(doll -> {
            gc.setBackground(Palette.of(doll.layer()));
            gc.fillRectangle(grid.hexX(column) - width / 2, y - 1, 3 * width, grid.lineHeight());
            gc.fillRectangle(grid.textX(column), y - 1, width, grid.lineHeight());
        });
        gc.setForeground(Palette.textOnLayer());
        gc.drawText(String.format(Locale.ROOT, "%02x", value), grid.hexX(column), y + 1, true);
        gc.drawText(value >= 32 && value < 127 ? String.valueOf((char) value) : "\u00b7", grid.textX(column), y + 1,
                true);
        if (spotlight.bytes().contains(offset)) {
            gc.setForeground(Palette.highlight());
            gc.setLineWidth(2);
            int under = y + grid.lineHeight() - 2;
            gc.drawLine(grid.hexX(column) - width / 2, under, grid.hexX(column) + 5 * width / 2, under);
            gc.drawLine(grid.textX(column), under, grid.textX(column) + width, under);
            gc.setLineWidth(1);
        }
    }
}
