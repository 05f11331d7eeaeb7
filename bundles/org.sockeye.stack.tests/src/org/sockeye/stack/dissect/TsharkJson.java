package org.sockeye.stack.dissect;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code tshark -T json} says about the frames of a capture. */
final class TsharkJson {

    private TsharkJson() {
    }

    /** Each frame's values of every field by its name, in the order in which they stand there, however deep. */
    static List<Map<String, List<String>>> frames(Path capture) throws IOException {
        List<Map<String, List<String>>> frames = new ArrayList<>();
        String text = String.join("\n", Tshark.run(capture, List.of("-T", "json")));
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.beginArray();
            while (reader.hasNext()) {
                Map<String, List<String>> frame = new LinkedHashMap<>();
                object(reader, frame);
                frames.add(frame);
            }
            reader.endArray();
        }
        return frames;
    }

    /** Names may come several times in one object: tshark writes fields as they come. */
    private static void object(JsonReader reader, Map<String, List<String>> values) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            value(reader, reader.nextName(), values);
        }
        reader.endObject();
    }

    private static void value(JsonReader reader, String name, Map<String, List<String>> values) throws IOException {
        switch (reader.peek()) {
            case JsonToken.BEGIN_OBJECT -> {
                // A protocol, or a field without a value; the parts of one with a value stand behind it as a tree.
                if (!name.endsWith("_tree")) {
                    values.computeIfAbsent(name, key -> new ArrayList<>()).add("");
                }
                object(reader, values);
            }
            case JsonToken.BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    value(reader, name, values);
                }
                reader.endArray();
            }
            case JsonToken.STRING -> values.computeIfAbsent(name, key -> new ArrayList<>()).add(reader.nextString());
            default -> reader.skipValue();
        }
    }
}
