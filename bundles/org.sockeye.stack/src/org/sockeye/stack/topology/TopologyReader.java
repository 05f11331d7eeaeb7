package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.topology.Draft.Kind;

/** Reads a topology file; {@link Topology#read} says what stands in one. Every mistake is told with its line. */
final class TopologyReader {

    private static final String KEYS = "hosts, switches, routers, defaults, links";
    private static final String CONDITIONS = "delay, rate, loss, corrupt, duplicate, reorder, queue";

    private static final int DEEPEST = 10;

    private final String file;
    private final String name;
    private final Draft draft = new Draft();
    private final Map<String, Node> declared = new LinkedHashMap<>();

    /** A reader; {@code file} is its name in messages, {@code name} the topology's. */
    TopologyReader(String file, String name) {
        this.file = file;
        this.name = name;
    }

    Topology read(String text) throws TopologyException {
        Map<String, Node> parts = parts(root(text));
        devices(Kind.HOST, parts.get("hosts"));
        devices(Kind.SWITCH, parts.get("switches"));
        devices(Kind.ROUTER, parts.get("routers"));
        Node defaults = parts.get("defaults");
        LinkConditions usual = defaults == null ? LinkConditions.GOOD
                : conditions(entries(defaults, CONDITIONS), LinkConditions.GOOD);
        Node links = parts.get("links");
        if (links != null) {
            for (Node link : items(links)) {
                link(link, usual);
            }
        }
        if (declared.isEmpty()) {
            throw new TopologyException(file, 1, "no devices; name some under hosts, switches or routers");
        }
        try {
            return draft.finish(name);
        } catch (TopologyMistake mistake) {
            throw mistake(declared.get(mistake.device()), mistake);
        }
    }

    private Node root(String text) throws TopologyException {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true).build();
            refuseDepth(text, settings);
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.orElseThrow(() -> new TopologyException(file, 1, "the file is empty; describe " + KEYS));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new TopologyException(file, line, "this is not YAML: " + e.getProblem() + "; mend the line");
        } catch (YamlEngineException e) {
            throw new TopologyException(file, 1, "this is not YAML: " + e.getMessage());
        }
    }

    /** The composer descends as deep as the text does; no topology is deep. */
    private void refuseDepth(String text, LoadSettings settings) throws TopologyException {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw new TopologyException(file, line, "lists within lists too deep; write links like [client, s1]");
            }
        }
    }

    private Map<String, Node> parts(Node root) throws TopologyException {
        return entries(root, KEYS);
    }

    private void devices(Kind kind, @Nullable Node node) throws TopologyException {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                device(kind, entry.getKeyNode(), addresses(entry.getValueNode()));
            }
        } else if (node != null) {
            for (Node item : items(node)) {
                device(kind, item, List.of());
            }
        }
    }

    private void device(Kind kind, Node at, List<String> addresses) throws TopologyException {
        try {
            draft.device(kind, text(at), addresses);
            declared.put(text(at), at);
        } catch (IllegalArgumentException e) {
            throw mistake(at, e);
        }
    }

    private List<String> addresses(Node node) throws TopologyException {
        List<String> addresses = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                addresses.add(text(item));
            }
        } else if (!text(node).isEmpty()) {
            addresses.add(text(node));
        }
        return addresses;
    }

    private void link(Node node, LinkConditions usual) throws TopologyException {
        Node between = node;
        LinkConditions conditions = usual;
        if (node instanceof MappingNode) {
            Map<String, Node> entries = entries(node, "between, " + CONDITIONS);
            between = entries.remove("between");
            conditions = conditions(entries, usual);
        }
        if (!(between instanceof SequenceNode pair) || pair.getValue().size() != 2) {
            throw mistake(node, "a link joins two devices; write it like [client, s1], or between: [client, s1]");
        }
        try {
            draft.link(text(pair.getValue().get(0)), text(pair.getValue().get(1)), conditions);
        } catch (IllegalArgumentException e) {
            throw mistake(pair, e);
        }
    }

    private LinkConditions conditions(Map<String, Node> entries, LinkConditions usual) throws TopologyException {
        LinkConditions conditions = usual;
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            String value = text(entry.getValue());
            try {
                conditions = switch (entry.getKey()) {
                    case "delay" -> conditions.withDelay(Quantity.time(value));
                    case "rate" -> conditions.withRate(Quantity.rate(value));
                    case "loss" -> conditions.withLoss(Quantity.chance(value));
                    case "corrupt" -> conditions.withCorrupt(Quantity.chance(value));
                    case "duplicate" -> conditions.withDuplicate(Quantity.chance(value));
                    case "reorder" -> conditions.withReorder(Quantity.chance(value));
                    default -> conditions.withQueue(Quantity.count(value));
                };
            } catch (IllegalArgumentException e) {
                throw mistake(entry.getValue(), e);
            }
        }
        return conditions;
    }

    /** The entries of a mapping, all of whose keys must be {@code known}. */
    private Map<String, Node> entries(Node node, String known) throws TopologyException {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake(node, "expected a mapping with any of " + known);
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (!List.of(known.split(", ")).contains(key)) {
                throw mistake(entry.getKeyNode(), "unknown key '" + key + "'; known here are " + known);
            }
            if (entries.put(key, entry.getValueNode()) != null) {
                throw mistake(entry.getKeyNode(), "'" + key + "' is here twice; remove one");
            }
        }
        return entries;
    }

    private List<Node> items(Node node) throws TopologyException {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
            return List.of();
        }
        throw mistake(node, "expected a list; write it like [client, server]");
    }

    private String text(Node node) throws TopologyException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw mistake(node, "expected a single value here, not a list or mapping");
    }

    private TopologyException mistake(@Nullable Node at, IllegalArgumentException cause) {
        return mistake(at, String.valueOf(cause.getMessage()));
    }

    private TopologyException mistake(@Nullable Node at, String mistake) {
        int line = at == null ? 1 : at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new TopologyException(file, line, mistake);
    }
}
