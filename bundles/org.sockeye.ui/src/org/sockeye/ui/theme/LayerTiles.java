package org.sockeye.ui.theme;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.sockeye.stack.wire.Layer;

/** A layer's letter on its colour, as images that live as long as a control. */
public final class LayerTiles {

    private static final int SIZE = 16;

    private final Control owner;
    private final Map<Layer, Image> images = new EnumMap<>(Layer.class);

    public LayerTiles(Control owner) {
        this.owner = owner;
        owner.addDisposeListener(event -> clear());
        Palette.onChange(owner, this::clear);
    }

    public Image of(Layer layer) {
        return images.computeIfAbsent(layer, this::draw);
    }

    private Image draw(Layer layer) {
        ImageGcDrawer drawer = new ImageGcDrawer() {
            @Override
            public void drawOn(GC gc, int width, int height) {
                paint(gc, layer, 0, 0, SIZE, SIZE);
            }

            @Override
            public int getGcStyle() {
                return SWT.TRANSPARENT;
            }
        };
        return new Image(owner.getDisplay(), drawer, SIZE, SIZE);
    }

    /** Draws the tile of a layer anywhere. */
    public static void paint(GC gc, Layer layer, int x, int y, int width, int height) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(Palette.of(layer));
        gc.fillRoundRectangle(x, y, width, height, 4, 4);
        gc.setForeground(Palette.textOnLayer());
        Font before = gc.getFont();
        FontData data = before.getFontData()[0];
        Font bold = new Font(gc.getDevice(), data.getName(), 8, SWT.BOLD);
        gc.setFont(bold);
        String letter = String.valueOf(layer.letter());
        Point size = gc.textExtent(letter);
        gc.drawText(letter, x + (width - size.x + 1) / 2, y + (height - size.y) / 2, true);
        gc.setFont(before);
        bold.dispose();
    }

    private void clear() {
        images.values().forEach(Image::dispose);
        images.clear();
    }
}
