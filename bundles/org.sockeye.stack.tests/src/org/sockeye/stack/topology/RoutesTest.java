package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void datagramsFindTheirWayOverSeveralRouters() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b, c]
                routers: [r1, r2, r3]
                links: [[a, r1], [r1, r2], [r2, b], [r2, r3], [r3, c]]
                """);
        assertTrue(net.ping("a", "10.0.3.2"), "b");
        net.skip();
        assertTrue(net.ping("a", "10.0.5.2"), "c");
        assertEquals(List.of("a→r1 ttl=64", "r1→r2 ttl=63", "r2→r3 ttl=62", "r3→c ttl=61"),
                net.tell().stream().filter(line -> line.contains("request"))
                        .map(line -> line.replaceAll(" .*(ttl=\\d+).*", " $1")).toList());
        assertFalse(net.ping("a", "10.0.9.9"), "nobody");
    }

    @Test
    void theShorterOfTwoWaysIsTaken() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [a, b]
                routers: [r1, r2, r3]
                links: [[a, r1], [r1, r2], [r2, r3], [r3, b], [r1, r3]]
                """);
        assertTrue(net.ping("a", "10.0.4.2"));
        assertEquals(0, net.tell().stream().filter(line -> line.contains("r2")).count());
    }

    @Test
    void aHostWithTwoLinksUsesTheRightOne() throws Exception {
        TestNetwork net = TestNetwork.of("""
                hosts: [middle, a, b]
                links: [[middle, a], [middle, b]]
                """);
        assertTrue(net.ping("middle", "10.0.1.3"), "a");
        assertTrue(net.ping("middle", "10.0.2.3"), "b");
        assertFalse(net.ping("a", "10.0.2.3"), "a host forwards nothing");
    }
}
