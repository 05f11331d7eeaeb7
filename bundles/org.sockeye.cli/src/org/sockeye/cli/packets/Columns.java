package org.sockeye.cli.packets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.FieldCatalogue;
import org.sockeye.stack.dissect.FieldText;

/** What {@code -e} may name: fields, protocols, and columns of the packet list. */
public final class Columns {

    private static final Map<String, Function<Dissection, String>> OF_LIST = Map.of("_ws.col.Source",
            Dissection::source,
            "_ws.col.Destination", Dissection::destination, "_ws.col.Protocol", Dissection::protocol, "_ws.col.Info",
            Dissection::info, "_ws.col.info", Dissection::info, "_ws.col.protocol", Dissection::protocol);

    private Columns() {
    }

    /**
     * Makes sure that a name can be printed.
     *
     * @throws IllegalArgumentException if it cannot, naming the one that was probably meant
     */
    public static void check(String name) {
        values(new Dissection(new byte[0], List.of(), "", "", "", ""), name);
    }

    static List<String> values(Dissection frame, String name) {
        Function<Dissection, String> column = OF_LIST.get(name);
        if (column != null) {
            return List.of(column.apply(frame));
        } else if (FieldCatalogue.isProtocol(name)) {
            return frame.envelopes().stream().filter(envelope -> envelope.filterName().equals(name)).map(Headings::of)
                    .toList();
        }
        return FieldCatalogue.values(frame, name).stream().map(FieldText::plain).toList();
    }
}
