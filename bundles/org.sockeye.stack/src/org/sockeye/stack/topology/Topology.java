package org.sockeye.stack.topology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sockeye.stack.physical.LinkConditions;

/**
 * The description of a network: devices with their addresses, and the links between them.
 *
 * @param name what it is called
 * @param devices in the order in which they were described
 * @param links likewise
 * @param names what name servers know beside the names of the devices
 * @param places where each device was described, such as "net.yaml:3", for messages about it; of those that were
 *            described in a file
 * @param layers what its hosts may be made of; {@linkplain Layers#standard ours} unless an extension adds some
 */
public record Topology(String name, List<DeviceSpec> devices, List<LinkSpec> links, List<NameSpec> names,
        Map<String, String> places, Layers layers) {

    /** The topologies that ship, by name. */
    public static final List<String> NAMES = List.of("path", "lan", "two-paths", "dumbbell", "home", "triangle");

    public Topology {
        devices = List.copyOf(devices);
        links = List.copyOf(links);
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** A topology that was not described in a file. */
    public Topology(String name, List<DeviceSpec> devices, List<LinkSpec> links) {
        this(name, devices, links, List.of(), Map.of(), Layers.standard());
    }

    /** Puts a topology together without a file. */
    public static TopologyBuilder builder(String name) {
        return new TopologyBuilder(name);
    }

    /**
     * A topology that ships.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists those there are
     */
    public static Topology named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "unknown topology '" + name + "'; there is " + String.join(", ", NAMES) + ", or give a file");
        }
        String file = name + ".yaml";
        try (InputStream in = Topology.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the bundle");
            }
            return new TopologyReader(file, name).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | TopologyException e) {
            throw new IllegalStateException(file + " of the bundle is broken: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a topology file, which is YAML and named after the topology:
     *
     * <pre>
     * hosts:                           # a list of names, or a mapping from each name to its address, to a list of
     *   client: 10.0.1.2/24            # addresses, or to options
     *   server: { tcp: { congestion: reno } }
     * switches: [s1]                   # likewise
     * routers:
     *   r1: [10.0.1.1/24, 10.0.2.1/24] # addresses in the order of its links; those left out are given
     * defaults: { delay: 1 ms }        # for every link that does not say otherwise
     * links:
     *   - [client, s1]
     *   - { between: [s1, r1], delay: 20 ms, rate: 10 Mbit/s, loss: 5%, there: { corrupt: 1% }, back: { queue: 50 } }
     *   - [r1, server]
     * </pre>
     *
     * <p>All that may be said stands in {@code docs/topology.md}. In the code there is a table of keys for each kind of
     * thing: {@code HostKeys}, {@code RouterKeys} and so on.
     *
     * @throws TopologyException if something in it is wrong
     * @throws IOException if it cannot be read
     */
    public static Topology read(Path file) throws TopologyException, IOException {
        String simple = String.valueOf(file.getFileName());
        TopologyReader reader = new TopologyReader(file.toString(), simple.replaceFirst("\\.ya?ml$", ""));
        try {
            return reader.read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new TopologyException(file.toString(), 1, "this is not text in UTF-8; save it as such");
        }
    }

    /**
     * The topology that ships under that name, else the one in that file.
     *
     * @throws TopologyException if something in the file is wrong
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there is neither
     */
    public static Topology of(String nameOrFile) throws TopologyException, IOException {
        return NAMES.contains(nameOrFile) || !Files.isRegularFile(Path.of(nameOrFile)) ? named(nameOrFile)
                : read(Path.of(nameOrFile));
    }

    /** The same topology, whose hosts may be made of other layers. */
    public Topology withLayers(Layers others) {
        return new Topology(name, devices, links, names, places, others);
    }

    /**
     * Checks that every host can be made of what it is to be made of.
     *
     * @throws IllegalArgumentException if a host is to have a layer that {@link #layers()} do not know; the message says
     *             where
     */
    public void requireLayers() {
        for (DeviceSpec device : devices) {
            try {
                if (device instanceof HostSpec host) {
                    layers.require(host.options());
                }
            } catch (IllegalArgumentException e) {
                String place = places.get(device.name());
                throw new IllegalArgumentException((place == null ? "" : place + ": ") + device.name() + " has an "
                        + e.getMessage(), e);
            }
        }
    }

    /** The same topology described at those places. */
    Topology withPlaces(Map<String, String> where) {
        return new Topology(name, devices, links, names, where, layers);
    }

    /** The same topology with every link changed. */
    public Topology withLinks(UnaryOperator<LinkSpec> change) {
        return new Topology(name, devices, links.stream().map(change).toList(), names, places, layers);
    }

    /** The same topology with other conditions on every link. */
    public Topology withEveryLink(UnaryOperator<LinkConditions> change) {
        return withLinks(link -> link.withOptions(link.options().withBoth(change)));
    }
}
