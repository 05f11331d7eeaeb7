package org.sockeye.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.inspect.Doll;

/** The nested boxes of a packet, drawn with characters: each layer's box stands inside the one below it. */
final class DollText {

    private static final String EDGE = "│ ";

    private DollText() {
    }

    /** The lines of the drawing; all are as wide as the widest content needs. */
    static List<String> draw(Doll outermost) {
        int depth = 0;
        int width = 0;
        for (Doll doll = outermost; doll != null; doll = doll.inner()) {
            width = Math.max(width, depth * 2 * EDGE.length() + title(doll).length() + 4);
            depth++;
        }
        return box(outermost, width);
    }

    private static List<String> box(Doll doll, int width) {
        List<String> lines = new ArrayList<>();
        String title = title(doll);
        lines.add("┌ " + title + " " + "─".repeat(width - title.length() - 4) + "┐");
        Doll inner = doll.inner();
        if (inner != null) {
            box(inner, width - 2 * EDGE.length()).forEach(line -> lines.add("│ " + line + " │"));
        }
        lines.add("└" + "─".repeat(width - 2) + "┘");
        return lines;
    }

    private static String title(Doll doll) {
        String size = doll.inner() == null
                ? doll.length() + " bytes"
                : doll.headerLength() + doll.trailerLength() + " + " + doll.payloadLength() + " bytes";
        return doll.layer().letter() + " " + doll.protocol() + "  " + size + "  " + doll.summary();
    }
}
