package org.sockeye.cli.packets;

import java.io.PrintWriter;
import org.sockeye.stack.dissect.Dissection;

/** A way to print frames. */
public interface PacketPrinter {

    /** Before the first frame. */
    default void begin(PrintWriter out) {
    }

    /** The next frame, which was taken from a capture. */
    void print(PrintWriter out, Dissection frame);

    /** After the last frame. */
    default void end(PrintWriter out) {
    }

    /** A frame's value of a field that each frame of a capture has once. */
    static String one(Dissection frame, String field) {
        return frame.values(field).getFirst().value().toString();
    }
}
