package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.PcapngReader;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.TracedFrame;

/** Compares what we say about frames with what tshark says, field by field. */
public final class TsharkComparison {

    private static final Map<String, Function<Dissection, String>> COLUMNS = Map.of("_ws.col.Source",
            frame -> numeric(frame.source()), "_ws.col.Destination", frame -> numeric(frame.destination()),
            "_ws.col.Protocol", Dissection::protocol, "_ws.col.Info", Dissection::info);

    private TsharkComparison() {
    }

    /**
     * Writes the first and the last link's frames as a capture each and compares, also the columns and remarks, which
     * depend on the frames before; then, if there are several links, all frames as one capture, without those.
     */
    public static void assertSame(List<TracedFrame> frames, Path folder) throws IOException {
        Map<Set<Object>, List<TracedFrame>> byLink = frames.stream()
                .collect(Collectors.groupingBy(frame -> Set.copyOf(List.of(frame.from(), frame.to())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<TracedFrame>> links = List.copyOf(byLink.values());
        for (int i = 0; i < links.size(); i += Math.max(1, links.size() - 1)) {
            Path one = folder.resolve("link" + i + ".pcapng");
            PcapngWriter.write(one, links.get(i));
            assertSameFields(one, true);
            assertSameColumns(one);
        }
        Path whole = folder.resolve("whole.pcapng");
        PcapngWriter.write(whole, frames);
        if (links.size() > 1) {
            assertSameFields(whole, false);
        }
    }

    /** Compares every field that both have. */
    static void assertSameFields(Path capture, boolean oneLink) throws IOException {
        FieldByField fields = new FieldByField();
        assertEquals("", String.join("\n", fields.compare(capture, oneLink)));
        assertTrue(fields.compared().size() > 10, "hardly anything was compared: " + fields.compared());
    }

    private static void assertSameColumns(Path capture) throws IOException {
        List<Map<String, String>> theirs = Tshark.fields(capture, List.copyOf(COLUMNS.keySet()));
        List<Dissection> ours = read(capture);
        assertEquals(theirs.size(), ours.size(), "frames");
        List<Executable> comparisons = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            Dissection frame = ours.get(i);
            for (Map.Entry<String, String> column : theirs.get(i).entrySet()) {
                String place = "frame " + (i + 1) + " (" + frame.info() + ") " + column.getKey();
                comparisons.add(() -> assertEquals(comparable(column.getValue()),
                        comparable(COLUMNS.get(column.getKey()).apply(frame)), place));
            }
        }
        assertAll(comparisons);
    }

    static List<Dissection> read(Path capture) throws IOException {
        List<Dissection> dissections = new ArrayList<>();
        Conversations conversations = new Conversations();
        try (PcapngReader reader = PcapngReader.open(capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                CapturedFrame captured = frame.get();
                dissections.add(new Dissector().dissect(captured, conversations.follow(captured)));
            }
        }
        return dissections;
    }

    private static String numeric(String name) {
        return name.equals("Broadcast") ? "ff:ff:ff:ff:ff:ff" : name;
    }

    /** Without what points to other frames, which we do not track. */
    private static String comparable(String info) {
        return info.replaceAll(" \\((reply|request) in \\d+\\)| \\(no response found!\\)|, no response found!", "")
                .strip();
    }
}
