package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.dissect.Tshark;
import org.sockeye.stack.dissect.TsharkComparison;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Ipv4Address;

/** WiFi as a topology file describes it, from the application's view. */
class WifiTopologyTest {

    @TempDir
    Path folder;

    private static Exchange exchange(Network network, int length) throws Exception {
        Exchange exchange = new Exchange(network.host("client").sockets(), network.host("server").sockets(),
                Ipv4Address.ANY, length);
        TestNetwork.of(network).settle();
        return exchange;
    }

    private static String address(Network network, String host) {
        return network.host(host).addresses().getFirst().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{ between: [client, ap] }", "{ between: [client, ap], loss: 20% }",
            "{ between: [client, ap], bit-errors: 1e-5 }", "{ between: [client, ap], loss: 10%, burst: 5 }" })
    void theSameApplicationRunsOverWifiAsOverCable(String link) throws Exception {
        Network network = TestNetwork.of("""
                hosts: [client, server]
                access-points: [ap]
                routers: [r1]
                links:
                  - %s
                  - [ap, r1]
                  - [r1, server]
                """.formatted(link)).network();
        assertEquals("", exchange(network, 200_000).outcome());
    }

    @Test
    void atHomeAClientOnWifiReachesTheInternetThroughNat() throws Exception {
        Network network = Network.build(Topology.named("home"), 1);
        assertEquals("", exchange(network, 100_000).outcome());
        TestNetwork home = TestNetwork.of(network);
        assertTrue(home.ping("phone", address(network, "desktop")));
        assertTrue(home.ping("desktop", address(network, "phone")));
        assertEquals(List.of("p1", "wlan0"), network.accessPoint("ap1").table().rows().stream().map(row -> row.port())
                .distinct().sorted().toList());
    }

    @Test
    void whatIsOnTheAirAtHomeIsRightInWiresharksEyes() throws Exception {
        Tshark.assumeInstalled();
        Network network = Network.build(Topology.named("home"), 1);
        network.link("client-ap1").conditions(network.link("client-ap1").conditions().withLoss(0.1));
        exchange(network, 20_000);
        List<TracedFrame> air = network.trace().frames().stream().filter(frame -> frame.from().isAntenna()).toList();
        assertTrue(air.size() > 50, air.size() + " frames");
        TsharkComparison.assertSame(network.trace().frames(), folder);
    }
}
