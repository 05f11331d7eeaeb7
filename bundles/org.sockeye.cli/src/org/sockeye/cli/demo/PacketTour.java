package org.sockeye.cli.demo;

import java.io.PrintWriter;
import org.sockeye.inspect.Hop;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.inspect.PacketList;
import org.sockeye.inspect.PacketRow;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;

/** The packets of a run as a list, and the first one that carries a program's message from the inside out. */
final class PacketTour {

    private final PacketList packets = new PacketList();
    private final PrintWriter out;

    PacketTour(Trace trace, PrintWriter out) {
        this.out = out;
        packets.follow(trace);
        packets.update(Integer.MAX_VALUE);
    }

    void tell() {
        int frames = packets.size();
        out.printf("%nThe packets (each at its first hop; %d frames on all links)%n%n", frames);
        out.printf("  %4s  %-11s  %-9s  %-17s   %-17s  %-5s  %s%n", "#", "time", "where", "source", "destination", "",
                "info");
        PacketRow message = null;
        for (int i = 0; i < frames; i++) {
            PacketRow row = packets.row(i);
            if (row.number() == row.packet()) {
                print(row);
                message = message == null && isFromProgram(row) ? row : message;
            }
        }
        if (message != null) {
            packets.detail(message.number()).ifPresent(this::open);
        }
        out.println();
    }

    private void print(PacketRow row) {
        String dropped = row.dropped() == null ? "" : "  (" + row.dropped() + ")";
        out.printf("  %4d  %-11s  %-9s  %-17s → %-17s  %-5s  %s%s%n", row.number(), row.timeText(), row.where(),
                row.source(),
                row.destination(), row.protocol(), row.info(), dropped);
    }

    private static boolean isFromProgram(PacketRow row) {
        return row.origins().stream().anyMatch(origin -> origin.line() > 0);
    }

    private void open(PacketDetail detail) {
        Origin origin = detail.row().origins().getFirst();
        out.printf("%nFrame %d, layer by layer (%s sent its message in line %s)%n%n", detail.row().number(),
                origin.program(),
                origin.place());
        DollText.draw(detail.outermost()).forEach(line -> out.println("  " + line));
        out.println();
        for (Hop hop : detail.hops()) {
            out.println("  " + hop.sentence());
        }
    }
}
