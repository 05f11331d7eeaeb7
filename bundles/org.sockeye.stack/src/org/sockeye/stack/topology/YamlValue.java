package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A piece of a topology file, which knows its line: whoever finds fault with it throws {@link #mistake} or lets
 * {@link #as} do so, and need not know where in the file it stands.
 *
 * @param node the piece as YAML sees it
 */
record YamlValue(Node node) {

    /** From 1. */
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** True for a key with nothing behind it. */
    boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    /** The text of a single value. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw mistake("expected a single value here, not a list or mapping");
    }

    /** The text, turned into something better by {@code parse}, whose complaints are told with this line. */
    <T> T as(Function<String, T> parse) {
        return located(() -> parse.apply(text()));
    }

    /** Does something with this value; complaints about it are told with this line. */
    <T> T located(Supplier<T> use) {
        try {
            return use.get();
        } catch (YamlMistake | TopologyMistake told) {
            throw told;
        } catch (IllegalArgumentException e) {
            throw mistake(String.valueOf(e.getMessage()));
        }
    }

    /** True for "on", "yes" and "true". */
    boolean flag() {
        return switch (text()) {
            case "on", "yes", "true" -> true;
            case "off", "no", "false" -> false;
            default -> throw mistake("'" + text() + "' is neither on nor off; write one of them");
        };
    }

    /** The items of a list. */
    List<YamlValue> items() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlValue::new).toList();
        }
        if (isEmpty()) {
            return List.of();
        }
        throw mistake("expected a list; write it like [client, server]");
    }

    /** The texts of a list, or this alone if it is none. */
    List<String> texts() {
        if (isEmpty()) {
            return List.of();
        }
        return isList() ? items().stream().map(YamlValue::text).toList() : List.of(text());
    }

    /** The values of a mapping by their keys, which stand in the file themselves. */
    Map<YamlValue, YamlValue> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("expected a mapping; write it like { key: value }");
        }
        Map<YamlValue, YamlValue> entries = new LinkedHashMap<>();
        Map<String, YamlValue> seen = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            YamlValue key = new YamlValue(entry.getKeyNode());
            if (seen.put(key.text(), key) != null) {
                throw key.mistake("'" + key.text() + "' is here twice; remove one");
            }
            entries.put(key, new YamlValue(entry.getValueNode()));
        }
        return entries;
    }

    /** The values of a mapping all of whose keys must be {@code known}. */
    Map<String, YamlValue> entries(List<String> known) {
        String all = String.join(", ", known);
        if (!isMapping()) {
            throw mistake("expected a mapping with any of " + all);
        }
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        entries().forEach((key, value) -> {
            if (!known.contains(key.text())) {
                throw key.mistake("unknown key '" + key.text() + "'; known here are " + all);
            }
            entries.put(key.text(), value);
        });
        return entries;
    }

    YamlMistake mistake(String mistake) {
        return new YamlMistake(line(), mistake);
    }
}
