package org.sockeye.labs.format;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a YAML file, or of a part of it, which know their line. */
final class YamlSection {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|min)");

    private final Path file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlSection(Path file, MappingNode node) throws LabException {
        this.file = file;
        this.line = line(node);
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                throw LabException.at(file, line(tuple.getKeyNode()), "'" + key + "' is there twice",
                        "keep one of them");
            }
            lines.put(key, line(tuple.getKeyNode()));
        }
    }

    static YamlSection read(Path file) throws LabException, IOException {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file.toString()).build()).composeString(Files.readString(
                    file));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw LabException.at(file, line, "not valid YAML: " + e.getProblem().replace('\n', ' '), "mend the line");
        } catch (YamlEngineException | CharacterCodingException e) {
            throw LabException.at(file, 0, "not a YAML file in UTF-8", "write it anew as text");
        }
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return new YamlSection(file, mapping);
        }
        throw LabException.at(file, 1, "no keys in it", "start with  title: …");
    }

    void onlyKnows(String... keys) throws LabException {
        List<String> known = Arrays.asList(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw at(key, "'" + key + "' means nothing here", "known are " + String.join(", ", known));
            }
        }
    }

    String text(String key) throws LabException {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) throws LabException {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        throw at(key, "'" + key + "' must be a text", "write  " + key + ": …  on one line");
    }

    Optional<Duration> optionalDuration(String key) throws LabException {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw at(key, "'" + text.get() + "' is not a duration", "write a number and ms, s or min, like 20 s");
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        });
    }

    YamlSection section(String key) throws LabException {
        return optionalSection(key).orElseThrow(() -> missing(key));
    }

    Optional<YamlSection> optionalSection(String key) throws LabException {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            return Optional.of(new YamlSection(file, mapping));
        }
        throw at(key, "'" + key + "' must hold keys of its own", "indent them below it");
    }

    /** Every value as a section, by key. */
    Map<String, YamlSection> sections(String remedy) throws LabException {
        Map<String, YamlSection> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!(entry.getValue() instanceof MappingNode mapping)) {
                throw at(entry.getKey(), "'" + entry.getKey() + "' must hold keys of its own", remedy);
            }
            sections.put(entry.getKey(), new YamlSection(file, mapping));
        }
        return sections;
    }

    private LabException missing(String key) {
        return LabException.at(file, line, "'" + key + "' is missing", "add  " + key + ": …");
    }

    private LabException at(String key, String what, String remedy) {
        return LabException.at(file, lines.getOrDefault(key, line), what, remedy);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
