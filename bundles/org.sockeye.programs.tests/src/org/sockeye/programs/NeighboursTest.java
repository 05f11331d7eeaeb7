package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.topology.Topology;

/** Two hosts on one LAN: groups, both versions of IP, and what interfaces say of themselves. */
class NeighboursTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder,
                Students.main("Member",
                        """
                                NetworkInterface eth0 = NetworkInterface.getByName("eth0");
                                MulticastSocket socket = new MulticastSocket(4000);
                                socket.joinGroup(new InetSocketAddress(args[0], 0), eth0);
                                DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                                socket.receive(packet);
                                System.out.println(new String(packet.getData(), 0, packet.getLength()) + " from " + packet.getAddress());
                                socket.send(new DatagramPacket("here".getBytes(), 4, packet.getSocketAddress()));
                                """),
                Students.main("Caller",
                        """
                                DatagramSocket socket = new DatagramSocket();
                                socket.send(new DatagramPacket("who?".getBytes(), 4, InetAddress.getByName(args[0]), 4000));
                                DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                                socket.receive(packet);
                                System.out.println(new String(packet.getData(), 0, packet.getLength()) + " from " + packet.getAddress());
                                """),
                Students.main("Server", """
                        Socket socket = new ServerSocket(5000).accept();
                        System.out.println(socket.getInetAddress());
                        """),
                Students.main("Client",
                        """
                                NetworkInterface eth0 = NetworkInterface.getByName("eth0");
                                System.out.println(eth0.getInterfaceAddresses() + " " + eth0.getMTU() + " " + eth0.isUp()
                                    + eth0.supportsMulticast() + eth0.isLoopback() + " " + eth0.getHardwareAddress().length);
                                InetAddress[] addresses = InetAddress.getAllByName("server");
                                System.out.println(Arrays.toString(addresses));
                                for (InetAddress address : addresses) {
                                    System.out.println(address.isReachable(1000) + " " + InetAddress.getByAddress(address.getAddress()).getHostName());
                                }
                                Thread.sleep(100);
                                Socket socket = new Socket(addresses[addresses.length - 1], 5000);
                                System.out.println(socket.getLocalAddress());
                                """),
                Students.main("Lost", """
                        for (String address : new String[] {"192.0.2.77", "2001:db8:9999::1", "10.0.1.99"}) {
                            try {
                                new Socket(address, 9);
                            } catch (IOException e) {
                                System.out.println(e);
                            }
                        }
                        """));
    }

    private static Run open(Topology topology) throws Exception {
        return Run.open(new RunOptions(topology, 1, 0, Optional.empty(), 600 * SECOND, 60 * SECOND));
    }

    private static Program start(Run run, String host, String... command) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(JavaHomes.one(), "-cp", classes.toString()));
        words.addAll(List.of(command));
        Program program = run.start(new ProgramSpec(command[0], host, words, classes, Map.of(),
                new ProgramSpec.Input.Scripted(new byte[0])));
        run.untilListeningOrWaiting(program);
        return program;
    }

    private static String output(Run run, Program program) {
        assertInstanceOf(Ending.Reached.class, run.untilEnded(program));
        assertEquals("", new String(program.errors(), StandardCharsets.UTF_8));
        return new String(program.output(), StandardCharsets.UTF_8);
    }

    @Test
    void membersOfAGroupAreFoundWithoutAnAddress() throws Exception {
        try (Run run = open(Topology.named("lan"))) {
            Program member = start(run, "server", "Member", "239.1.2.3");
            Program caller = start(run, "client", "Caller", "239.1.2.3");
            assertEquals("here from /10.0.1.3\n", output(run, caller));
            assertEquals("who? from /10.0.1.2\n", output(run, member));
        }
    }

    @Test
    void whereNoWayLeadsIsSaidAsOnLinux() throws Exception {
        try (Run run = open(Topology.named("lan"))) {
            assertEquals("""
                    java.net.SocketException: Network is unreachable
                    java.net.SocketException: Network is unreachable
                    java.net.NoRouteToHostException: No route to host
                    """, output(run, start(run, "client", "Lost")));
        }
    }

    private static Topology both() throws Exception {
        return Topology.read(Files.writeString(folder.resolve("both.yaml"), """
                hosts:
                  client: { ip: both }
                  server: { ip: both }
                switches: [s]
                routers: { r: { ip: both } }
                links: [[client, s], [server, s], [r, s]]
                """));
    }

    @Test
    void hostsOfBothVersionsMeetInEither() throws Exception {
        try (Run run = open(both())) {
            Program server = start(run, "server", "Server");
            Program client = start(run, "client", "Client");
            assertEquals("""
                    [/fe80:0:0:0:0:aff:fe00:102%eth0/64 [null], /2001:db8:a00:100:0:0:0:2%eth0/64 [null], \
                    /10.0.1.2/24 [/10.0.1.255]] 1500 truetruefalse 6
                    [server/10.0.1.3, server/2001:db8:a00:100:0:0:0:3]
                    true server
                    true server
                    /2001:db8:a00:100:0:0:0:2
                    """, output(run, client));
            assertEquals("/2001:db8:a00:100:0:0:0:2\n", output(run, server));
        }
    }

    @Test
    void groupsOfIpv6AreHeardOnTheLink() throws Exception {
        try (Run run = open(both())) {
            Program member = start(run, "server", "Member", "ff02::1:2:3");
            Program caller = start(run, "client", "Caller", "ff02::1:2:3%eth0");
            assertEquals("here from /fe80:0:0:0:0:aff:fe00:103%2\n", output(run, caller));
            assertEquals("who? from /fe80:0:0:0:0:aff:fe00:102%2\n", output(run, member));
        }
    }
}
