package org.sockeye.cli.packets;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.List;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.dissect.FieldText;
import org.sockeye.stack.dissect.FieldTree;
import org.sockeye.stack.wire.Envelope;

/**
 * All frames as one JSON array in the shape of {@code tshark -T json --no-duplicate-keys}: every value is a string, and
 * several values under one name are an array.
 */
public final class JsonPrinter implements PacketPrinter {

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping()
            .setFormattingStyle(FormattingStyle.PRETTY).create();

    private final List<String> fields;
    private boolean first = true;

    /** @param fields only these, if there are any */
    public JsonPrinter(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    @Override
    public void begin(PrintWriter out) {
        out.println("[");
    }

    @Override
    public void print(PrintWriter out, Sight sight) {
        Dissection frame = sight.dissection();
        JsonObject source = new JsonObject();
        source.add("layers", fields.isEmpty() ? layers(frame) : chosen(frame));
        JsonObject packet = new JsonObject();
        packet.addProperty("_index", "packets-1970-01-01");
        packet.addProperty("_type", "doc");
        packet.add("_score", JsonNull.INSTANCE);
        packet.add("_source", source);
        out.print((first ? "" : ",\n") + GSON.toJson(packet).indent(2).stripTrailing());
        first = false;
    }

    @Override
    public void end(PrintWriter out) {
        out.println(first ? "]" : "\n]");
    }

    private JsonObject chosen(Dissection frame) {
        JsonObject chosen = new JsonObject();
        for (String field : fields) {
            JsonArray values = new JsonArray();
            Columns.values(frame, field).forEach(values::add);
            if (!values.isEmpty()) {
                chosen.add(field, values);
            }
        }
        return chosen;
    }

    private static JsonObject layers(Dissection frame) {
        JsonObject layers = new JsonObject();
        for (Envelope envelope : frame.envelopes()) {
            JsonObject layer = new JsonObject();
            add(layer, FieldTree.of(envelope.fields()));
            put(layers, envelope.filterName(), layer);
        }
        return layers;
    }

    private static void add(JsonObject to, List<FieldTree> trees) {
        for (FieldTree tree : trees) {
            String name = tree.value().field().name();
            put(to, name, new JsonPrimitive(FieldText.spaced(tree.value())));
            if (!tree.parts().isEmpty()) {
                JsonObject parts = new JsonObject();
                add(parts, tree.parts());
                put(to, name + "_tree", parts);
            }
        }
    }

    private static void put(JsonObject to, String name, JsonElement value) {
        JsonElement before = to.get(name);
        if (before == null) {
            to.add(name, value);
        } else if (before instanceof JsonArray array) {
            array.add(value);
        } else {
            JsonArray both = new JsonArray();
            both.add(before);
            both.add(value);
            to.add(name, both);
        }
    }
}
