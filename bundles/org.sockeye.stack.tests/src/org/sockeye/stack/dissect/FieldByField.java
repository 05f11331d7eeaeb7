package org.sockeye.stack.dissect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares our dissection with {@code tshark -T json}, value by value, of every field that both have anywhere in a
 * capture, and keeps count of what was compared. Values are compared as {@code sockeye packets -T json} prints them.
 */
final class FieldByField {

    /** What Wireshark's expert calls an error: it is malformed, or a checksum is bad. */
    private static final String ERROR = "8388608";

    private final Map<String, Integer> compared = new TreeMap<>();
    private List<String> complaints = new ArrayList<>();
    private List<String> differences = new ArrayList<>();

    /**
     * Compares all frames of a capture.
     *
     * @return what differs, one line a field of a frame
     */
    List<String> compare(Path capture, boolean oneLink) throws IOException {
        differences = new ArrayList<>();
        complaints = new ArrayList<>();
        List<Map<String, List<String>>> theirs = TsharkJson.frames(capture);
        List<Dissection> frames = TsharkComparison.read(capture);
        if (theirs.size() != frames.size()) {
            return List.of(capture.getFileName() + ": " + frames.size() + " frames, tshark: " + theirs.size());
        }
        List<Map<String, List<String>>> ours = frames.stream().map(FieldByField::values).toList();
        Set<String> both = names(ours);
        both.retainAll(names(theirs));
        for (int i = 0; i < frames.size(); i++) {
            String place = capture.getFileName() + " frame " + (i + 1) + " (" + frames.get(i).info() + ") ";
            Map<String, List<String>> all = theirs.get(i);
            complain(place, all);
            for (String name : both) {
                List<String> our = ours.get(i).getOrDefault(name, List.of());
                List<String> their = all.getOrDefault(name, List.of());
                if (our.equals(their) || !DeclaredDifference.isDeclared(name, our, their, all, oneLink)) {
                    compare(place + name, name, our, their);
                }
            }
        }
        return differences;
    }

    private void compare(String place, String name, List<String> our, List<String> their) {
        if (our.isEmpty() && their.isEmpty()) {
            return;
        }
        compared.merge(name, our.size(), Integer::sum);
        // A remark is made or not; Wireshark lists some once as a field and once more as what its expert says.
        boolean same = name.startsWith("tcp.analysis.") ? Set.copyOf(our).equals(Set.copyOf(their)) : our.equals(their);
        if (!same) {
            differences.add(place + ": " + shortened(our) + ", tshark: " + shortened(their));
        }
    }

    private void complain(String place, Map<String, List<String>> frame) {
        boolean error = frame.containsKey("_ws.malformed")
                || frame.getOrDefault("_ws.expert.severity", List.of()).contains(ERROR);
        boolean badSum = frame.entrySet().stream()
                .anyMatch(field -> field.getKey().matches(".*\\.(checksum|fcs)\\.status")
                        && field.getValue().contains("0"));
        if (error || badSum) {
            complaints.add(place + frame.getOrDefault("_ws.expert.message", List.of()));
        }
    }

    private static String shortened(List<String> values) {
        String text = values.toString();
        return text.length() < 200 ? text : text.substring(0, 200) + "...";
    }

    private static Map<String, List<String>> values(Dissection frame) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        frame.envelopes().stream().flatMap(envelope -> envelope.fields().stream()).forEach(value -> values
                .computeIfAbsent(value.field().name(), key -> new ArrayList<>()).add(FieldText.spaced(value)));
        return values;
    }

    private static Set<String> names(List<Map<String, List<String>>> frames) {
        Set<String> names = new TreeSet<>();
        frames.forEach(frame -> names.addAll(frame.keySet()));
        return names;
    }

    /** The frames, of the last capture, that Wireshark finds malformed or with a bad checksum. */
    List<String> complaints() {
        return complaints;
    }

    /** How many values were compared, by the name of the field. */
    Map<String, Integer> compared() {
        return compared;
    }
}
