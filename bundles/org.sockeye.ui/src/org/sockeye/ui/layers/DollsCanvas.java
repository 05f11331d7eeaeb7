package org.sockeye.ui.layers;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.theme.Shortened;

/** Draws a packet as boxes in boxes. */
final class DollsCanvas {

    private static final int TEXT = 5;

    private final Canvas canvas;
    private final Spotlight spotlight;

    DollsCanvas(Composite parent, Spotlight spotlight) {
        this.spotlight = spotlight;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, DollLayout.height(5)).applyTo(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, this::point);
        canvas.addListener(SWT.MouseDown, this::point);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.dollsName;
            }
        });
        spotlight.onChange(canvas::redraw);
        Palette.onChange(canvas, canvas::redraw);
    }

    private Optional<DollLayout> layout() {
        Rectangle area = canvas.getClientArea();
        return spotlight.packet().map(packet -> new DollLayout(packet, area.width, area.height));
    }

    private void point(Event event) {
        layout().ifPresent(layout -> {
            List<DollLayout.Placed> dolls = layout.dolls();
            for (int i = dolls.size() - 1; i >= 0; i--) {
                if (dolls.get(i).box().contains(event.x, event.y)) {
                    spotlight.light(dolls.get(i).doll(), null);
                    return;
                }
            }
        });
    }

    private void paint(GC gc) {
        layout().ifPresent(layout -> {
            gc.setAntialias(SWT.ON);
            for (DollLayout.Placed placed : layout.dolls()) {
                paint(gc, placed);
            }
            spotlight.packet().ifPresent(packet -> preview(gc, layout, packet));
        });
    }

    private void paint(GC gc, DollLayout.Placed placed) {
        Rectangle box = placed.box();
        Doll doll = placed.doll();
        gc.setBackground(Palette.of(doll.layer()));
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 5, 5);
        boolean lit = spotlight.doll().filter(doll::equals).isPresent();
        gc.setForeground(lit ? Palette.highlight() : Palette.edge());
        gc.setLineWidth(lit ? 3 : 1);
        gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 5, 5);
        gc.setLineWidth(1);
        gc.setForeground(Palette.textOnLayer());
        String label = Shortened.text(gc, label(doll), box.width - 2 * TEXT);
        gc.drawText(label, box.x + TEXT, box.y + 2, true);
        if (doll.trailerLength() > 0) {
            String trailer = NLS.bind(Messages.dollTrailer, doll.trailerLength());
            int width = gc.textExtent(trailer).x;
            if (gc.textExtent(label).x + width + 3 * TEXT < box.width) {
                gc.drawText(trailer, box.x + box.width - width - TEXT, box.y + 2, true);
            }
        }
    }

    private static String label(Doll doll) {
        int own = doll.inner() == null ? doll.headerLength() + doll.payloadLength() : doll.headerLength();
        return own == 0
                ? NLS.bind(Messages.dollLabel, new Object[] { doll.layer().letter(), doll.protocol(), doll.length() })
                : NLS.bind(Messages.dollLabel, new Object[] { doll.layer().letter(), doll.protocol(), own });
    }

    /** The message itself, in its box. */
    private static void preview(GC gc, DollLayout layout, PacketDetail packet) {
        List<DollLayout.Placed> dolls = layout.dolls();
        DollLayout.Placed last = dolls.get(dolls.size() - 1);
        Doll doll = last.doll();
        if (doll.layer() != org.sockeye.stack.wire.Layer.APPLICATION) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = doll.offset(); i < doll.offset() + doll.length() && text.length() < 200; i++) {
            int value = packet.bytes()[i] & 0xff;
            text.append(
                    value >= 32 && value < 127 ? String.valueOf((char) value) : value == '\n' ? "\u21b5" : "\u00b7");
        }
        Rectangle box = last.box();
        gc.drawText(Shortened.text(gc, text.toString(), box.width - 2 * TEXT), box.x + TEXT, box.y + DollLayout.STRIP,
                true);
    }
}
