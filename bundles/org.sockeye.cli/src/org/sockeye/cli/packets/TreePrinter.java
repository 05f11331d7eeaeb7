package org.sockeye.cli.packets;

import java.io.PrintWriter;
import java.util.List;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.dissect.FieldTree;
import org.sockeye.stack.wire.Envelope;

/** All layers of each frame with all their fields, as in {@code tshark -V}. */
public final class TreePrinter implements PacketPrinter {

    @Override
    public void print(PrintWriter out, Sight sight) {
        Dissection frame = sight.dissection();
        for (Envelope envelope : frame.envelopes()) {
            out.println(Headings.of(envelope));
            print(out, FieldTree.of(envelope.fields()), "    ");
            envelope.problems().forEach(problem -> out.println("    [Problem: " + problem + "]"));
        }
        out.println();
    }

    private static void print(PrintWriter out, List<FieldTree> trees, String indent) {
        for (FieldTree tree : trees) {
            out.println(indent + tree.value().field().label() + ": " + tree.value().text());
            print(out, tree.parts(), indent + "    ");
        }
    }
}
