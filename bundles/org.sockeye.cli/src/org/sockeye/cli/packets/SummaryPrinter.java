package org.sockeye.cli.packets;

import java.io.PrintWriter;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.dissect.Summary;
import org.sockeye.stack.trace.CapturedFrame;

/** A line a frame: number, time since the first frame, source, destination, protocol, length, and what it says. */
public final class SummaryPrinter implements PacketPrinter {

    private static final int NUMBER_WIDTH = 5;
    private static final int ADDRESS_WIDTH = 12;
    private static final int FRACTION_DIGITS = 9;
    private static final long SECOND = 1_000_000_000;

    @Override
    public void print(PrintWriter out, Sight sight) {
        CapturedFrame frame = sight.frame();
        Summary summary = sight.summary();
        StringBuilder line = new StringBuilder(160);
        right(line, Integer.toString(frame.number()), NUMBER_WIDTH);
        time(line.append(' '), frame.time() - frame.first());
        right(line.append(' '), summary.source(), ADDRESS_WIDTH);
        left(line.append(" → "), summary.destination(), ADDRESS_WIDTH);
        line.append(' ').append(summary.protocol()).append(' ').append(frame.originalLength()).append(' ')
                .append(summary.info());
        while (Character.isWhitespace(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        out.println(line);
    }

    /** In seconds; before the first frame it is negative. */
    private static void time(StringBuilder line, long nanoseconds) {
        line.append(nanoseconds < 0 ? "-" : "").append(Math.abs(nanoseconds / SECOND)).append('.');
        String fraction = Long.toString(Math.abs(nanoseconds % SECOND));
        line.repeat('0', FRACTION_DIGITS - fraction.length()).append(fraction);
    }

    private static void right(StringBuilder line, String text, int width) {
        line.repeat(' ', Math.max(0, width - text.length())).append(text);
    }

    private static void left(StringBuilder line, String text, int width) {
        line.append(text).repeat(' ', Math.max(0, width - text.length()));
    }
}
