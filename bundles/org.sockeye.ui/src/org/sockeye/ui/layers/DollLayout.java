package org.sockeye.ui.layers;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.PacketDetail;

/**
 * Where the boxes of a packet stand. Widths are true to the bytes; only the innermost content is shortened, with a mark,
 * where the headers would be too narrow to be seen otherwise.
 */
final class DollLayout {

    /** The height of the strip with a doll's label. */
    static final int STRIP = 19;
    private static final int MARGIN = 6;
    private static final int FOOT = 4;
    private static final double NARROWEST_BYTE = 5;

    /**
     * A doll and its box.
     *
     * @param doll the doll
     * @param box where it is drawn
     */
    record Placed(Doll doll, Rectangle box) {
    }

    private final List<Placed> dolls = new ArrayList<>();
    private final int shortened;
    private final double scale;
    private final int pivot;
    private final int whole;
    private final int width;

    DollLayout(PacketDetail packet, int width, int height) {
        this.width = width - 2 * MARGIN;
        List<Doll> all = packet.dolls();
        Doll innermost = all.get(all.size() - 1);
        whole = Math.max(1, packet.bytes().length);
        pivot = innermost.offset() + innermost.headerLength() + innermost.payloadLength();
        double fair = this.width / (double) whole;
        if (fair >= NARROWEST_BYTE) {
            scale = fair;
            shortened = 0;
        } else {
            int inner = innermost.headerLength() + innermost.payloadLength();
            double around = Math.max(1, whole - inner);
            scale = Math.min(NARROWEST_BYTE, this.width * 0.7 / around);
            shortened = inner;
        }
        for (int i = 0; i < all.size(); i++) {
            Doll doll = all.get(i);
            int left = x(doll.offset());
            int right = x(doll.offset() + doll.length());
            int top = MARGIN + i * STRIP;
            int bottom = height - MARGIN - i * FOOT;
            int inset = i == 0 ? MARGIN : 0;
            dolls.add(new Placed(doll, new Rectangle(left - inset, top, right - left + 2 * inset, bottom - top)));
        }
    }

    /** Outermost first. */
    List<Placed> dolls() {
        return dolls;
    }

    /** True if the innermost content is drawn narrower than its bytes would be. */
    boolean isShortened() {
        return shortened > 0;
    }

    /** The height that dolls of this depth want. */
    static int height(int depth) {
        return 2 * MARGIN + depth * (STRIP + FOOT) + 20;
    }

    private int x(int offset) {
        if (shortened == 0) {
            return MARGIN + (int) Math.round(offset * scale);
        }
        int start = pivot - shortened;
        if (offset <= start) {
            return MARGIN + (int) Math.round(offset * scale);
        }
        double after = (whole - pivot) * scale;
        if (offset >= pivot) {
            return MARGIN + width - (int) Math.round(after - (offset - pivot) * scale);
        }
        double room = width - start * scale - after;
        return MARGIN + (int) Math.round(start * scale + room * (offset - start) / shortened);
    }
}
