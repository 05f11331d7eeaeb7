package org.sockeye.ui.theme;

import org.eclipse.swt.graphics.GC;

/** Text that ends in an ellipsis where there is no room for all of it. */
public final class Shortened {

    private static final String ELLIPSIS = "\u2026";

    private Shortened() {
    }

    /**
     * @param gc with the font that the text is drawn in
     * @param width in pixels
     */
    public static String text(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int fits = 0;
        int beyond = text.length();
        while (beyond - fits > 1) {
            int middle = (fits + beyond) / 2;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS).x <= width) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }
}
