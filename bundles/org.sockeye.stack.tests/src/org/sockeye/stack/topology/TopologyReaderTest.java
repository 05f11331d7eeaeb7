package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Loss;

class TopologyReaderTest {

    private static Topology read(String text) throws TopologyException {
        return new TopologyReader("net.yaml", "net").read(text);
    }

    private static String mistake(String text) {
        return String.valueOf(assertThrows(TopologyException.class, () -> read(text)).getMessage());
    }

    @Test
    void theDefaultIsThePathOfTheTextbook() {
        Topology path = Topology.named("path");
        assertEquals(List.of("client", "server", "s1", "s2", "r1"),
                path.devices().stream().map(DeviceSpec::name).toList());
        assertEquals(List.of("client-s1", "s1-r1", "r1-s2", "s2-server"),
                path.links().stream().map(LinkSpec::name).toList());
        HostSpec client = (HostSpec) path.devices().get(0);
        assertEquals("InterfaceSpec[name=eth0, mac=02:00:0a:00:01:02, address=10.0.1.2, subnet=10.0.1.0/24,"
                + " maximumPayload=1500]",
                client.interfaces().get(0).toString());
        RouterSpec router = (RouterSpec) path.devices().get(4);
        assertEquals(List.of("10.0.1.1", "10.0.2.1"),
                router.interfaces().stream().map(port -> port.address().toString()).toList());
        assertEquals(LinkConditions.GOOD, path.links().get(0).conditions());
        assertEquals("client eth0", path.links().get(0).a().toString());
        assertEquals("s1 p1", path.links().get(0).b().toString());
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> Topology.of("paht"));
        assertEquals("unknown topology 'paht'; there is path, lan, two-paths, dumbbell, home, triangle, or give a file",
                unknown.getMessage());
    }

    @Test
    void aFileIsReadByItsPath(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pair.yaml"), "hosts: [a, b]\nlinks: [[a, b]]\n");
        assertEquals("pair", Topology.of(file.toString()).name());
        Files.writeString(file, "hosts: [a, b]\nlinks: [[a, c]]\n");
        TopologyException mistake = assertThrows(TopologyException.class, () -> Topology.read(file));
        assertEquals(file + ":2: unknown device 'c'; the topology has a, b", mistake.getMessage());
    }

    @Test
    void linksSayWhatIsDifferentAboutThem() throws Exception {
        Topology net = read("""
                hosts: { a: 192.168.5.10/24, b: }
                switches: [s]
                defaults: { delay: 5 ms, loss: 1% }
                links:
                  - [a, s]
                  - { between: [s, b], delay: 0.5s, rate: 1.5 Mbit/s, loss: 0.25, corrupt: 2%, duplicate: 3%,
                      reorder: 4%, queue: 7 }
                """);
        assertEquals(LinkConditions.GOOD.withDelay(5_000_000).withLoss(0.01), net.links().get(0).conditions());
        assertEquals(LinkConditions.GOOD.withDelay(500_000_000).withRate(1_500_000).withLoss(0.25).withCorrupt(0.02)
                .withDuplicate(0.03).withReorder(0.04).withQueue(7),
                net.links().get(1).conditions());
        HostSpec b = (HostSpec) net.devices().get(1);
        assertEquals("192.168.5.2", b.interfaces().get(0).address().toString(), "given in its neighbour's subnet");
    }

    @Test
    void linksLoseInBurstsAndFlipBits() throws Exception {
        Topology net = read(
                """
                        hosts: [a, b]
                        defaults: { loss: 5%, length: 2 km }
                        links:
                          - { between: [a, b], burst: 4, bit-errors: 1e-6, back: { burst: { p: 1%, r: 25%, good: 0%, bad: 50% } } }
                        """);
        LinkConditions there = LinkConditions.GOOD.withLength(2000).withLoss(Loss.bursts(0.05, 4)).withBitErrors(1e-6);
        assertEquals(there, net.links().get(0).options().there());
        assertEquals(there.withLoss(new Loss(0.01, 0.25, 0, 0.5)), net.links().get(0).options().back());
    }

    @Test
    void everyLinkCanBeChanged() {
        Topology lossy = Topology.named("path").withEveryLink(link -> link.withLoss(0.05));
        assertTrue(lossy.links().stream().allMatch(link -> link.conditions().loss().mean() == 0.05));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "net.yaml:1: unknown key 'host'; known here are hosts, switches, routers, access-points, outside, dns, defaults, links | host: [a]",
            "net.yaml:1: no devices; name some under hosts, switches or routers | links: []",
            "net.yaml:1: there is a device 'a' already; rename one of them | hosts: [a, A]",
            "net.yaml:1: host 'a' has no link; add one, or remove it | hosts: [a]",
            "net.yaml:2: a link cannot lead from a to itself; name two devices | hosts: [a]#links: [[a, a]]",
            "net.yaml:3: b and a are linked already; remove one of the links"
                    + " | hosts: [a, b]#links: [[a, b],#  [b, a]]",
            "net.yaml:2: a link joins two devices; write it like [client, s1], or between: [client, s1]"
                    + " | hosts: [a, b]#links: [a-b]",
            "net.yaml:2: unknown device 'c'; the topology has a, b | hosts: [a, b]#links: [[a, c]]",
            "net.yaml:4: 'fast' is not a time; write it like 10 ms, 50 us or 1 s"
                    + " | hosts: [a, b]#links:#  - between: [a, b]#    delay: fast",
            "net.yaml:2: '120%' is not a chance; write it like 5% or 0.05, at most 100%"
                    + " | hosts: [a, b]#links: [{between: [a, b], loss: 120%}]",
            "net.yaml:2: '5' is not a rate; write it like 100 Mbit/s, 64 kbit/s or unlimited"
                    + " | hosts: [a, b]#links: [{between: [a, b], rate: 5}]",
            "net.yaml:2: '0 Mbit/s' would carry nothing; write at least 1 bit/s, or loss: 100% for a link that is cut"
                    + " | hosts: [a, b]#links: [{between: [a, b], rate: 0 Mbit/s}]",
            "net.yaml:1: a wlan0 is linked by radio, which is not Ethernet; leave out link: ethernet"
                    + " | hosts: { a: { link: ethernet } }#access-points: [p]#links: [[a, p]]",
            "net.yaml:1: a eth0 is linked by a cable, which is not WiFi; leave out link: wifi, or link it to an access"
                    + " point | hosts: { b: {}, a: { link: wifi } }#links: [[b, a]]",
            "net.yaml:1: tcp_rmem takes a whole number from 0 up, not \"-1\""
                    + " | hosts: { a: { tcp: { rmem: [-1, 5, 6] } }, b: {} }#links: [[b, a]]",
            "net.yaml:1: tcp_fin_timeout takes a whole number from 0 up, not \"99999999999999\""
                    + " | hosts: { a: { tcp: { fin-timeout: 99999999999999 } }, b: {} }#links: [[b, a]]",
            "net.yaml:1: a speaks IPv6, which needs an MTU of 1280 bytes or more (RFC 8200, section 5), but r-s has 1000;"
                    + " give that more, or let ip be 4"
                    + " | hosts: { a: { ip: both } }#switches: [s]#routers: { r: { ip: both } }"
                    + "#links: [[a, s], { between: [r, s], mtu: 1000 }]",
            "net.yaml:2: '-1' is not a number of frames; write it like 100"
                    + " | hosts: [a, b]#links: [{between: [a, b], queue: -1}]",
            "net.yaml:2: 'delay' is here twice; remove one"
                    + " | hosts: [a, b]#links: [{between: [a, b], delay: 1s, delay: 1s}]",
            "net.yaml:3: b eth0 is in 10.0.9.0/24, but its neighbour a eth0 is in 10.0.1.0/24; neighbours need"
                    + " addresses of the same subnet | hosts:#  a: 10.0.1.2/24#  b: 10.0.9.2/24#links: [[a, b]]",
            "net.yaml:3: b eth0 and a eth0 both have the address 10.0.1.2; change one"
                    + " | hosts:#  a: 10.0.1.2/24#  b: 10.0.1.2/24#links: [[a, b]]",
            "net.yaml:2: '10.0.1.2' is no address with a prefix of 8 to 30 bits; write it like 10.0.1.2/24"
                    + " | hosts:#  a: 10.0.1.2#  b:#links: [[a, b]]",
            "net.yaml:2: '10.0.1.300' is not an IPv4 address; write four numbers from 0 to 255, like 10.0.1.2"
                    + " | hosts:#  a: 10.0.1.300/24#  b:#links: [[a, b]]",
            "net.yaml:2: 10.0.1.255/24 cannot be the address of one interface; take another of 10.0.1.0/24"
                    + " | hosts:#  a: 10.0.1.255/24#  b:#links: [[a, b]]",
            "net.yaml:2: a has 2 addresses for 1 links; give one a link, in the order of its links"
                    + " | hosts:#  a: [10.0.1.2/24, 10.0.2.2/24]#  b:#links: [[a, b]]",
            "net.yaml:1: 'a b' cannot be a name; take letters, digits and hyphens, a letter first, and not localhost"
                    + " | hosts: [a b]",
            "net.yaml:2: 'both' is no way to choose a path; write per-flow or per-packet"
                    + " | hosts: [a]#routers: { r: { paths: both } }#links: [[a, r]]",
            "net.yaml:1: a eth0 asks by DHCP, but no router that speaks IPv4 is on its link to answer; link it to a router,"
                    + " or give it an address"
                    + " | hosts: { a: { addresses: dhcp }, b: {} }#links: [[a, b]]",
            "net.yaml:2: nobody knows what address o makes for itself; write the one that it has, like 2001:db8:1::2/64"
                    + " | hosts: [a]#outside: { o: auto }#links: [[a, o]]",
            "net.yaml:2: r eth0 is part of VLAN 30, which s p2 does not carry; add it there, or leave it out here"
                    + " | switches: { s: { vlans: { p1: 10, p2: [10, 20] } } }"
                    + "#routers: { r: { vlans: { eth0: [10, 30] } } }#hosts: [a]#links: [[a, s], [s, r]]",
            "net.yaml:2: r has no port 'eth1'; it has eth0"
                    + " | hosts: [a]#routers: { r: { vlans: { eth1: [10] } } }#links: [[a, r]]",
            "net.yaml:2: a VLAN has a number from 1 to 4094, not 4095"
                    + " | hosts: [a]#routers: { r: { vlans: { eth0: [4095] } } }#links: [[a, r]]",
            "net.yaml:2: no virtual LAN for eth0; name some, like [10, 20]"
                    + " | hosts: [a]#routers: { r: { vlans: { eth0: [] } } }#links: [[a, r]]",
            "net.yaml:2: r eth0 is a trunk, but a eth0 knows no virtual LANs; let a trunk lead to a trunk, or give the"
                    + " port one virtual LAN | hosts: [a]#routers: { r: { vlans: { eth0: [10] } } }#links: [[a, r]]",
            "net.yaml:2: addresses of IPv4 are translated, which r does not speak; leave out nat, or let ip be 4 or both"
                    + " | hosts: [a]#routers: { r: { nat: eth0, ip: 6 } }#links: [[a, r]]",
            "net.yaml:2: r has no interface 'eth7' to translate addresses at; it has eth0"
                    + " | hosts: [a]#routers: { r: { nat: eth7 } }#links: [[a, r]]",
            "net.yaml:3: an MTU has 68 to 65535 bytes, not 9; Ethernet's is 1500"
                    + " | hosts: [a, b]#links:#  - { between: [a, b], mtu: 9 }",
            "net.yaml:1: s has no port 'p9'; it has p1"
                    + " | switches: { s: { vlans: { p9: 10 } } }#hosts: [a]#links: [[a, s]]",
            "net.yaml:1: s p1 is a trunk, but a eth0 knows no virtual LANs; let a trunk lead to a trunk, or give the"
                    + " port one virtual LAN | switches: { s: { vlans: { p1: trunk } } }#hosts: [a]#links: [[a, s]]",
            "net.yaml:3: a VLAN has a number from 1 to 4094, not 5000"
                    + " | switches:#  s:#    vlans: { p1: 5000 }#hosts: [a]#links: [[a, s]]",
            "net.yaml:2: '5 ft' is not a length; write it like 100 m or 2.5 km"
                    + " | hosts: [a, b]#links: [{ between: [a, b], length: 5 ft }]",
            "net.yaml:2: a burst has at least one frame on average, not 0.5; write 1 or more"
                    + " | hosts: [a, b]#links: [{ between: [a, b], loss: 1%, burst: 0.5 }]",
            "net.yaml:2: 'x.y' is neither a host or router nor an address; for another name write { cname: x.y }"
                    + " | hosts: [a, b]#dns: { www.y: x.y }#links: [[a, b]]",
            "net.yaml:2: www.y is an alias of 'x.y', which is no name here; add it under dns, or name a host"
                    + " | hosts: [a, b]#dns: { www.y: { cname: x.y } }#links: [[a, b]]",
            "net.yaml:3: w.y is an alias that leads to no address, but in circles; name a host"
                    + " | hosts: [a, b]#dns:#  w.y: { cname: x.y }#  x.y: { cname: W.y }#links: [[a, b]]",
            "net.yaml:2: there is a name 'a' already; take another | hosts: [a, b]#dns: { a: b }#links: [[a, b]]",
            "net.yaml:2: the link from t to s closes a ring of switches, in which frames would circle for ever; remove"
                    + " one of its links | switches: [s, t, u]#links: [[s, u], [u, t], [t, s]]" })
    void everyMistakeIsNamedWithItsPlaceAndRemedy(String message, String text) {
        assertEquals(message, mistake(text.replace("#", "\n")));
    }

    @ParameterizedTest
    @FieldSource("org.sockeye.stack.topology.Topology#NAMES")
    void everyTopologyThatShipsLeadsFromEveryHostToItsServer(String name) {
        TestNetwork net = TestNetwork.of(Network.build(Topology.named(name), 1));
        String server = net.network().host("server").addresses().get(0).toString();
        assertTrue(net.ping("client", server));
        for (Host host : net.network().hosts()) {
            assertTrue(net.ping(host.name(), server), host.name());
        }
    }

    private static List<String> examples() throws IOException {
        String manual = Files.readString(root().resolve("docs/topology.md"));
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(manual).results()
                .map(example -> example.group(1)).toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("releng"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run within the source tree");
        }
        return folder;
    }

    @Test
    void theFirstExampleOfTheManualIsATopology() throws Exception {
        assertEquals(3, read(examples().get(0)).links().size());
    }

    @Test
    void everyExampleOfTheManualIsUnderstood() throws Exception {
        for (String example : examples()) {
            String known = "unknown device|has no link|unless it is linked|no devices";
            try {
                read(example);
            } catch (TopologyException e) {
                assertTrue(Pattern.compile(known).matcher(String.valueOf(e.getMessage())).find(), e.getMessage());
            }
        }
    }

    @Test
    void whateverIsTypedIsATopologyOrAMistakeOfOneLine() throws Exception {
        Random random = new Random(11);
        List<String> texts = examples();
        String letters = "[]{}:,-&*!#'\"\n %|>?abc019./\t\u00e4";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                }
            }
            try {
                Network.build(read(text.toString()).withLayers(Layers.standard()), 1);
            } catch (TopologyException e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(message.matches("(?s)net\\.yaml:\\d+: [^\n]+"), text + "\n" + message);
            } catch (IllegalArgumentException e) {
                assertTrue(String.valueOf(e.getMessage()).matches("net\\.yaml:\\d+: .* has an unknown .*"),
                        text + "\n" + e);
            }
        }
    }

    @Test
    void bytesThatAreNoTextAreSaidToBeNone(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("net.yaml"), new byte[] { (byte) 0xc3, 0x28 });
        TopologyException mistake = assertThrows(TopologyException.class, () -> Topology.read(file));
        assertEquals(file + ":1: this is not text in UTF-8; save it as such", mistake.getMessage());
    }

    @Test
    void yamlInDisguiseIsRefusedToo() {
        for (String text : List.of("[".repeat(100_000), "{a: ".repeat(100_000), "hosts: &a [*a]", "&a [*a, *a]",
                "hosts: [a, b]\nlinks: &l [[a, b], *l]", "--- a\n--- b", "\u0000", "hosts: {[a]: b}", "!!java x",
                "hosts: ? - : -", "links: 5", "- a", "hosts: *nobody")) {
            String message = mistake(text);
            assertTrue(message.matches("(?s)net\\.yaml:\\d+: [^\n]+"), message);
        }
    }

    @Test
    void whatIsNotYamlIsSaidToBeNone() {
        String message = mistake("hosts: [a, b\nlinks: }");
        assertTrue(message.startsWith("net.yaml:2: this is not YAML: "), message);
        assertEquals(
                "net.yaml:1: the file is empty; describe hosts, switches, routers, access-points, outside, dns, defaults, links",
                mistake(""));
    }
}
