package org.sockeye.ui.network;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.inspect.PacketRow;
import org.sockeye.ui.theme.LayerTiles;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.trace.Drops;

/** Draws a link: the wire, the selected frame on it, and what was lost on it, in words. */
final class LinkPainter {

    private static final int TILE = 16;

    private final GC gc;
    private final int width;

    /** @param width how much room there is for words */
    LinkPainter(GC gc, int width) {
        this.gc = gc;
        this.width = width;
    }

    void wire(Point start, Point end) {
        gc.setForeground(Palette.edge());
        gc.setLineWidth(2);
        gc.drawLine(start.x, start.y, end.x, end.y);
        gc.setLineWidth(1);
    }

    /** The selected frame in the middle of its link, with an arrow the way it goes. */
    void frame(NetworkPicture.Link link, Point start, Point end, PacketRow frame) {
        boolean forth = frame.where().equals(link.from() + "\u2192" + link.to());
        if (!forth && !frame.where().equals(link.to() + "\u2192" + link.from())) {
            return;
        }
        int x = (start.x + end.x) / 2;
        int y = (start.y + end.y) / 2;
        gc.setForeground(Palette.highlight());
        gc.setBackground(Palette.highlight());
        gc.setLineWidth(3);
        gc.drawLine(start.x, start.y, end.x, end.y);
        gc.setLineWidth(1);
        int tip = forth ? end.x : start.x;
        int back = forth ? -8 : 8;
        gc.fillPolygon(new int[] { tip, y, tip + back, y - 5, tip + back, y + 5 });
        LayerTiles.paint(gc, frame.layer(), x - TILE / 2, y - TILE / 2, TILE, TILE);
    }

    /** What was lost, below the wire, in lines of at most the room there is. */
    void loss(Point start, Point end, Drops.Loss loss) {
        String words = loss.count() == 1 ? NLS.bind(Messages.lossOne, loss.reason())
                : NLS.bind(Messages.lossMany, loss.count(), loss.reason());
        gc.setForeground(Palette.problem());
        int y = (start.y + end.y) / 2 + 12;
        gc.drawText("\u2715", (start.x + end.x) / 2 - 4, (start.y + end.y) / 2 - 26, true);
        StringBuilder line = new StringBuilder();
        y += 36;
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && gc.textExtent(line + " " + word).x > width) {
                y = draw(line.toString(), start, end, y);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        draw(line.toString(), start, end, y);
    }

    private int draw(String line, Point start, Point end, int y) {
        Point size = gc.textExtent(line);
        gc.drawText(line, (start.x + end.x - size.x) / 2, y, true);
        return y + size.y;
    }
}
