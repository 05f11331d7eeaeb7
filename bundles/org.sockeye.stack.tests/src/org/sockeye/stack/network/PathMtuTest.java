package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockeye.stack.topology.TestNetwork.SECOND;
import static org.sockeye.stack.topology.TestNetwork.address;
import static org.sockeye.stack.topology.TestNetwork.at;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.UdpHeader;

/** A link behind the first router takes only 1000 bytes. */
class PathMtuTest {

    private final TestNetwork path = TestNetwork.of("""
            hosts: [client, server]
            routers: [r]
            links: [[client, r], { between: [r, server], mtu: 1000 }]
            """);
    private final DatagramSocket client = path.udp("client", 1000);
    private final DatagramSocket server = path.udp("server", 7);

    PathMtuTest() throws Exception {
    }

    private int maximum() {
        return path.network().host("client").network().maximumSegment(address("10.0.2.2"));
    }

    @Test
    void aSenderLearnsFromTheRouterWhatThePathTakes() throws Exception {
        assertEquals(1480, maximum());
        client.send(new byte[1400], at("10.0.2.2:7"), Origin.stack("test"));
        path.settle();
        path.expectNotes("dropped at r: too large for the next link, and not to be fragmented");
        assertEquals(980, maximum());
        path.skip();
        client.send(new byte[1400], at("10.0.2.2:7"), Origin.stack("test"));
        path.settle();
        assertEquals(1400, server.receive().orElseThrow().bytes().length);
        path.pass(601 * SECOND);
        assertEquals(1480, maximum(), "after ten minutes it tries again");
    }

    @Test
    void whatMayBeCutIsCutByTheRouter() throws Exception {
        byte[] payload = new byte[1400];
        byte[] header = UdpHeader.emit(address("10.0.1.2"), 1000, address("10.0.2.2"), 7, payload);
        byte[] segment = Arrays.copyOf(header, header.length + payload.length);
        path.network().host("client").network().sendDivisible(address("10.0.1.2"), address("10.0.2.2"),
                UdpHeader.PROTOCOL, 64, 0, Content.of(segment));
        path.settle();
        assertEquals(1400, server.receive().orElseThrow().bytes().length);
        assertEquals(1480, maximum(), "nobody had to say anything");
    }

    @Test
    void whatARouterDoesNotSayIsGuessed() {
        PathMtu told = new PathMtu(path.network().events());
        told.tooBig(address("10.0.2.2"), 0, 1500);
        assertEquals(1492, told.to(address("10.0.2.2"), 1500));
        told.tooBig(address("10.0.2.2"), 0, 1492);
        assertEquals(1006, told.to(address("10.0.2.2"), 1500));
        told.tooBig(address("10.0.2.2"), 9000, 1006);
        assertEquals(552, told.to(address("10.0.2.2"), 1500), "more than was sent cannot be meant");
    }
}
