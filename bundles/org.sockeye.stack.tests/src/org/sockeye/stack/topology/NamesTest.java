package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that a topology gives beside those of its devices, as a host's resolver finds them. */
class NamesTest {

    private static List<String> resolve(TestNetwork net, String name) {
        List<String> found = new ArrayList<>();
        net.network().host("client").sockets().resolve(name,
                addresses -> addresses.forEach(address -> found.add(address.toString())));
        net.settle();
        return found;
    }

    @Test
    void aNameServerKnowsNamesAndAliases() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [client, server]
                routers: [r]
                dns:
                  www.example.com: [server, 10.9.9.9]
                  example.com: { cname: www.example.com }
                  s.example.com: { cname: server }
                links: [[client, r], [r, server]]
                """);
        assertEquals(List.of("10.0.2.2", "10.9.9.9"), resolve(net, "www.example.com"));
        assertEquals(List.of("10.0.2.2", "10.9.9.9"), resolve(net, "Example.com"));
        assertEquals(List.of("10.0.2.2"), resolve(net, "s.example.com"));
        assertEquals(List.of(), resolve(net, "nobody.example.com"));
    }

    @Test
    void withoutARouterHostsKnowThemThemselves() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [client, server]
                dns: { www.example.com: server, example.com: { cname: www.example.com } }
                links: [[client, server]]
                """);
        assertEquals(List.of("10.0.1.3"), resolve(net, "www.example.com"));
        assertEquals(List.of("10.0.1.3"), resolve(net, "example.com"));
    }

    @Test
    void anOutsideDeviceIsKnownByTheAddressesOfBothVersionsThatItIsSaidToHave() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: { client: { ip: both } }
                routers: { r: { ip: both } }
                outside:
                  kernel: [10.0.9.2/24, "2001:db8:9::2/64"]
                  other: { ip: both }
                links: [[client, r], [r, kernel], [r, other]]
                """);
        net.pass(2 * TestNetwork.SECOND);
        assertEquals(List.of("10.0.9.2", "2001:db8:9::2"), resolve(net, "kernel"));
        assertEquals(List.of("10.0.2.2", "2001:db8:a00:200::2"), resolve(net, "other"));
        assertTrue(resolve(net, "r").contains("2001:db8:9::1"), "the router takes one of the same subnet");
    }
}
