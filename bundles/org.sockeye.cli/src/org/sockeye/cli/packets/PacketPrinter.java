package org.sockeye.cli.packets;

import java.io.PrintWriter;
import org.sockeye.stack.dissect.Sight;

/** A way to print frames. */
public interface PacketPrinter {

    /** Before the first frame. */
    default void begin(PrintWriter out) {
    }

    /** The next frame, which was taken from a capture. */
    void print(PrintWriter out, Sight frame);

    /** After the last frame. */
    default void end(PrintWriter out) {
    }
}
