package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.network.Ipv6NetworkTest.CLIENT;
import static org.sockeye.stack.network.Ipv6NetworkTest.LINE;
import static org.sockeye.stack.network.Ipv6NetworkTest.SECOND;
import static org.sockeye.stack.network.Ipv6NetworkTest.SERVER;
import static org.sockeye.stack.network.Ipv6NetworkTest.bytes;
import static org.sockeye.stack.network.Ipv6NetworkTest.network;
import static org.sockeye.stack.network.Ipv6NetworkTest.ping;
import static org.sockeye.stack.network.Ipv6NetworkTest.settle;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.topology.IpVersions;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MacAddress;

/** What hosts hold to of the rules of IPv6, in the network of {@link Ipv6NetworkTest}. */
class Ipv6RulesTest {

    @Test
    void theLongestDatagramIsTwentyBytesLongerThanInIpv4() throws SocketError {
        Network network = network(IpVersions.BOTH, 1500);
        settle(network);
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv6Address.ANY, 6789));
        DatagramSocket client = network.host("client").sockets().datagram();
        byte[] longest = bytes(65_535 - 8);
        client.send(longest, new Endpoint(SERVER, 6789), LINE);
        settle(network);
        assertArrayEquals(longest, server.receive().orElseThrow().bytes());
        assertEquals(Errno.EMSGSIZE, assertThrows(SocketError.class,
                () -> client.send(new byte[65_528], new Endpoint(SERVER, 6789), LINE)).errno());
        assertEquals(Errno.EMSGSIZE, assertThrows(SocketError.class, () -> network.host("client").sockets().datagram()
                .send(new byte[65_508], new Endpoint(Ipv4Address.of(10, 0, 2, 2), 6789), LINE)).errno());
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.2.2", "2001:db8:a00:200::2" })
    void aDatagramBearsTheTrafficClassThatItsProgramWants(String server) throws SocketError {
        Network network = network(IpVersions.BOTH, 1500);
        DatagramSocket client = network.host("client").sockets().datagram();
        client.set(SocketOption.TRAFFIC_CLASS, 0xb8);
        client.send(bytes(10), new Endpoint(IpAddress.parse(server), 6789), LINE);
        settle(network);
        byte[] frame = network.trace().frames().stream().filter(hop -> !hop.content().messages().isEmpty()
                && hop.where().equals("r1→server")).findFirst().orElseThrow().content().bytes();
        int word = (frame[14] & 0xff) << 8 | frame[15] & 0xff;
        assertEquals(0xb8, server.contains(":") ? word >> 4 & 0xff : word & 0xff, "expedited (RFC 3246)");
    }

    /** A neighbour claims by Neighbour Discovery to have the server's address. */
    private static void claim(Network network, int hopLimit) {
        Ipv6Address liar = Ipv6Address.parse("fe80::bad");
        Ipv6Address client = (Ipv6Address) CLIENT;
        Ipv6Address router = Ipv6Address.parse("2001:db8:a00:100::1");
        byte[] body = new byte[28];
        body[0] = 0x20; // in place of what is known (RFC 4861, section 4.4)
        System.arraycopy(router.toBytes(), 0, body, 4, 16);
        System.arraycopy(new byte[] { 2, 1, 2, 0xb, 0xa, 0xd, 0, 0 }, 0, body, 20, 8);
        byte[] message = Icmpv6Message.emit(136, 0, liar, client, body);
        byte[] packet = Content.of(message)
                .behind(Ipv6Header.of(liar, client, Icmpv6Message.PROTOCOL, hopLimit, message.length).emit()).bytes();
        byte[] frame = new EthernetFrame(new MacAddress(0x0200_0a00_0102L), new MacAddress(0x020b_0a0d_0000L),
                EthernetFrame.IPV6).emit(packet);
        network.link("client-s1").from(network.link("client-s1").b()).send(Content.of(frame));
        settle(network);
    }

    @Test
    void neighboursAreBelievedOnlyIfNoRouterCanHavePassedOnWhatTheySay() {
        Network network = network(IpVersions.SIX, 1500);
        assertTrue(ping(network, SERVER));

        claim(network, 254);
        assertTrue(ping(network, SERVER), "it may come from beyond the link (RFC 4861, section 7.1.2)");

        claim(network, 255);
        int before = network.trace().frames().size();
        ping(network, SERVER);
        byte[] first = network.trace().frames().get(before).content().bytes();
        assertEquals(new MacAddress(0x020b_0a0d_0000L), MacAddress.of(first, 0), "a neighbour is believed");
    }

    @Test
    void errorsAreLimitedInNumber() throws SocketError {
        Network network = network(IpVersions.SIX, 1500);
        settle(network);
        DatagramSocket client = network.host("client").sockets().datagram();
        for (int i = 0; i < 40; i++) {
            client.send(bytes(10), new Endpoint(SERVER, 6780), LINE);
        }
        settle(network);
        assertEquals(10, told(network), "a burst, and no more in that tenth of a second (RFC 4443, section 2.4)");
        network.events().advanceTo(network.events().now() + SECOND);
        client.send(bytes(10), new Endpoint(SERVER, 6780), LINE);
        settle(network);
        assertEquals(11, told(network), "and again later");
    }

    private static long told(Network network) {
        return network.trace().frames().stream().filter(frame -> frame.where().equals("server→r1"))
                .map(Ipv6NetworkTest::dissect).filter(seen -> seen.info().startsWith("Destination Unreachable"))
                .count();
    }

    @Test
    void aDatagramWithoutAChecksumIsNotTaken() throws SocketError {
        Network network = network(IpVersions.SIX, 1500);
        DatagramSocket server = network.host("server").sockets().datagram();
        server.bind(new Endpoint(Ipv6Address.ANY, 6789));
        network.host("client").sockets().datagram().send(bytes(10), new Endpoint(SERVER, 6789), LINE);
        settle(network);
        assertArrayEquals(bytes(10), server.receive().orElseThrow().bytes());

        byte[] seen = network.trace().frames().stream().filter(hop -> !hop.content().messages().isEmpty()
                && hop.where().equals("r1→server")).findFirst().orElseThrow().content().bytes();
        byte[] bare = Arrays.copyOf(seen, seen.length - EthernetFrame.FCS_LENGTH);
        bare[EthernetFrame.HEADER_LENGTH + Ipv6Header.LENGTH + 6] = 0;
        bare[EthernetFrame.HEADER_LENGTH + Ipv6Header.LENGTH + 7] = 0;
        network.link("r1-server").from(network.link("r1-server").a()).send(Content.of(EthernetFrame.seal(bare)));
        settle(network);
        assertTrue(server.receive().isEmpty(), "RFC 8200, section 8.1");
        assertEquals("dropped at server: no checksum, which IPv6 demands of UDP",
                network.trace().notes().getLast().text());
    }
}
