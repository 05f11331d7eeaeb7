package org.sockeye.ui.layers;

import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.Hop;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.stack.wire.Layer;
import org.sockeye.ui.theme.LayerTiles;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.theme.Shortened;

/** Draws the devices that a packet passes, with the layers that each opened. A click shows the packet as it left it. */
final class HopStrip {

    private static final int TILE = 15;
    private static final int HEIGHT = 46;

    private final Canvas canvas;
    private final Spotlight spotlight;

    /** @param frames told the number of the frame of the device that was clicked */
    HopStrip(Composite parent, Spotlight spotlight, IntConsumer frames) {
        this.spotlight = spotlight;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, event -> {
            Hop hop = at(event);
            if (hop != null && hop.frame() > 0) {
                frames.accept(hop.frame());
            }
        });
        canvas.addListener(SWT.MouseMove, event -> {
            Hop hop = at(event);
            canvas.setToolTipText(hop == null ? null : hop.sentence());
        });
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.hopsName;
            }
        });
        spotlight.onChange(canvas::redraw);
        Palette.onChange(canvas, canvas::redraw);
    }

    private List<Hop> hops() {
        return spotlight.packet().map(PacketDetail::hops).orElse(List.of());
    }

    private Rectangle card(int index, int count) {
        int width = Math.min(150, (canvas.getClientArea().width - 12) / Math.max(1, count));
        return new Rectangle(6 + index * width, 3, width - 14, HEIGHT - 6);
    }

    private @Nullable Hop at(Event event) {
        List<Hop> hops = hops();
        for (int i = 0; i < hops.size(); i++) {
            if (card(i, hops.size()).contains(event.x, event.y)) {
                return hops.get(i);
            }
        }
        return null;
    }

    private void paint(GC gc) {
        List<Hop> hops = hops();
        gc.setAntialias(SWT.ON);
        for (int i = 0; i < hops.size(); i++) {
            Rectangle card = card(i, hops.size());
            if (i > 0) {
                arrow(gc, card);
            }
            card(gc, hops.get(i), card);
        }
    }

    private void card(GC gc, Hop hop, Rectangle card) {
        boolean shown = spotlight.packet().filter(packet -> packet.row().number() == hop.frame()).isPresent();
        gc.setForeground(shown ? Palette.highlight() : Palette.edge());
        gc.setLineWidth(shown ? 2 : 1);
        gc.drawRoundRectangle(card.x, card.y, card.width, card.height, 6, 6);
        gc.setLineWidth(1);
        gc.setForeground(canvas.getForeground());
        String name = Shortened.text(gc, hop.device(), card.width - 8);
        Point size = gc.textExtent(name);
        gc.drawText(name, card.x + (card.width - size.x) / 2, card.y + 2, true);
        int tiles = hop.opened().size();
        int x = card.x + (card.width - tiles * (TILE + 1)) / 2;
        for (Layer layer : hop.opened()) {
            LayerTiles.paint(gc, layer, x, card.y + card.height - TILE - 3, TILE, TILE);
            x += TILE + 1;
        }
    }

    private static void arrow(GC gc, Rectangle card) {
        int y = card.y + card.height / 2;
        gc.setForeground(Palette.edge());
        gc.setBackground(Palette.edge());
        gc.drawLine(card.x - 13, y, card.x - 4, y);
        gc.fillPolygon(new int[] { card.x - 1, y, card.x - 7, y - 3, card.x - 7, y + 4 });
    }
}
