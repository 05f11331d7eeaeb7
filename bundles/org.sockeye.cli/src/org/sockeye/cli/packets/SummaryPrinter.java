package org.sockeye.cli.packets;

import java.io.PrintWriter;
import org.sockeye.stack.dissect.Dissection;

/** A line a frame: number, time since the first frame, source, destination, protocol, length, and what it says. */
public final class SummaryPrinter implements PacketPrinter {

    @Override
    public void print(PrintWriter out, Dissection frame) {
        out.println(String.format("%5s %s %12s → %-12s %s %s %s", PacketPrinter.one(frame, "frame.number"),
                PacketPrinter.one(frame, "frame.time_relative"), frame.source(), frame.destination(), frame.protocol(),
                PacketPrinter.one(frame, "frame.len"), frame.info()).stripTrailing());
    }
}
