package org.sockeye.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyException;

/** Devices are laid out from left to right, by their distance from the first host. */
class NetworkPictureTest {

    @TempDir
    Path folder;

    private static String drawn(NetworkPicture picture) {
        return picture.devices().stream()
                .map(device -> device.name() + " " + device.kind().range() + " " + device.column() + "," + device.row())
                .collect(Collectors.joining("; "));
    }

    private NetworkPicture of(String yaml) throws IOException, TopologyException {
        return NetworkPicture.of(Topology.read(Files.writeString(folder.resolve("test.yaml"), yaml)));
    }

    @Test
    void pathIsARow() {
        NetworkPicture picture = NetworkPicture.of(Topology.named("path"));
        assertEquals("client A–P 0.0,0.0; s1 L–P 1.0,0.0; r1 N–P 2.0,0.0; s2 L–P 3.0,0.0; server A–P 4.0,0.0",
                drawn(picture));
        assertEquals("5x1", picture.columns() + "x" + picture.rows());
        assertEquals(List.of("10.0.1.1", "10.0.2.1"), picture.device("r1").orElseThrow().addresses());
        assertEquals(new NetworkPicture.Link("s2-server", "s2", "server"), picture.links().getLast());
    }

    @Test
    void devicesAtTheSameDistanceStandBelowEachOther() throws IOException, TopologyException {
        NetworkPicture picture = of("""
                hosts: [a, b, c, d]
                switches: [s]
                links:
                  - [a, s]
                  - [b, s]
                  - [c, s]
                  - [d, s]
                """);
        assertEquals("a A–P 0.0,1.0; s L–P 1.0,1.0; b A–P 2.0,0.0; c A–P 2.0,1.0; d A–P 2.0,2.0", drawn(picture));
        assertEquals("3x3", picture.columns() + "x" + picture.rows());
        assertEquals(new NetworkPicture.Link("b-s", "s", "b"), picture.links().get(1));
    }

    @Test
    void separateNetworksStandBesideEachOther() throws IOException, TopologyException {
        assertEquals("a A–P 0.0,0.0; b A–P 1.0,0.0; c A–P 2.0,0.0; d A–P 3.0,0.0", drawn(of("""
                hosts: [a, b, c, d]
                links:
                  - [a, b]
                  - [c, d]
                """)));
    }
}
