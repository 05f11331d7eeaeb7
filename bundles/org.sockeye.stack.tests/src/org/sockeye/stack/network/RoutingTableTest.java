package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Ipv4Address;

class RoutingTableTest {

    private static Route route(String address, int prefix, String port) {
        return new Route(new Subnet(Ipv4Address.parse(address), prefix), Optional.empty(), port);
    }

    private static String port(RoutingTable table, String destination) {
        Route found = table.lookUp(Ipv4Address.parse(destination));
        return found == null ? "none" : found.port();
    }

    @Test
    void theLongestPrefixWins() {
        RoutingTable table = new RoutingTable(List.of(route("0.0.0.0", 0, "default"), route("10.0.0.0", 8, "ten"),
                route("10.1.0.0", 16, "one"), route("10.1.2.0", 24, "two"), route("10.1.2.9", 32, "nine"),
                route("192.168.0.0", 16, "home"), route("255.255.255.255", 32, "last")));
        assertEquals("default", port(table, "0.0.0.0"));
        assertEquals("ten", port(table, "10.0.255.255"));
        assertEquals("one", port(table, "10.1.1.255"));
        assertEquals("two", port(table, "10.1.2.0"));
        assertEquals("nine", port(table, "10.1.2.9"));
        assertEquals("two", port(table, "10.1.2.10"));
        assertEquals("one", port(table, "10.1.3.0"));
        assertEquals("ten", port(table, "10.2.0.0"));
        assertEquals("default", port(table, "11.0.0.0"));
        assertEquals("home", port(table, "192.168.7.7"));
        assertEquals("default", port(table, "255.255.255.254"));
        assertEquals("last", port(table, "255.255.255.255"));
    }

    @Test
    void whereNoRouteLeadsNoneIsFound() {
        RoutingTable table = new RoutingTable(List.of(route("10.0.1.0", 24, "eth0"), route("10.0.3.0", 24, "eth1")));
        assertNull(table.lookUp(Ipv4Address.parse("9.255.255.255")));
        assertNull(table.lookUp(Ipv4Address.parse("10.0.2.1")));
        assertNull(table.lookUp(Ipv4Address.parse("200.0.0.1")));
        assertNull(new RoutingTable(List.of()).lookUp(Ipv4Address.parse("10.0.1.1")));
    }

    @Test
    void ofTwoRoutesToTheSameAddressesTheFirstCounts() {
        assertEquals("eth1",
                port(new RoutingTable(List.of(route("10.0.1.0", 24, "eth1"), route("10.0.1.0", 24, "eth0"))),
                        "10.0.1.5"));
    }

    @Test
    void itFindsWhatTryingEveryRowWouldFind() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<Route> rows = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                rows.add(new Route(new Subnet(new Ipv4Address(random.nextInt() & 0xe000_00ff), random.nextInt(33)),
                        Optional.empty(), "eth" + i));
            }
            RoutingTable table = new RoutingTable(rows);
            for (int i = 0; i < 200; i++) {
                Ipv4Address destination = new Ipv4Address(random.nextInt() & 0xe000_00ff);
                Integer best = rows.stream().filter(row -> row.destination().contains(destination))
                        .max(Comparator.comparingInt(row -> row.destination().prefix()))
                        .map(row -> row.destination().prefix()).orElse(null);
                Route found = table.lookUp(destination);
                assertEquals(best, found == null ? null : (Integer) found.destination().prefix(), "to " + destination);
            }
        }
    }
}
