package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sockeye.stack.topology.TestNetwork.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;

class FragmentationTest {

    private final Origin origin = Origin.stack("test");

    @Test
    void theLargestDatagramArrivesWhole() throws Exception {
        TestNetwork path = TestNetwork.path();
        DatagramSocket server = path.udp("server", 7);
        byte[] large = bytes(65507);
        path.udp("client", 1000).send(large, at("10.0.2.2:7"), origin);
        path.settle();
        assertArrayEquals(large, server.receive().orElseThrow().bytes());
        path.expectNotes();
    }

    @Test
    void severalLargestDatagramsAtOnceArriveToo() throws Exception {
        TestNetwork path = TestNetwork.path();
        DatagramSocket server = path.udp("server", 7);
        DatagramSocket client = path.udp("client", 1000);
        for (int i = 0; i < 3; i++) {
            client.send(bytes(65507), at("10.0.2.2:7"), origin);
        }
        path.settle();
        for (int i = 0; i < 3; i++) {
            assertEquals(65507, server.receive().orElseThrow().bytes().length);
        }
    }

    @Test
    void aByteMoreIsRefused() throws Exception {
        DatagramSocket client = TestNetwork.path().udp("client", 1000);
        SocketError refused = assertThrows(SocketError.class,
                () -> client.send(new byte[65508], at("10.0.2.2:7"), origin));
        assertEquals(Errno.EMSGSIZE, refused.errno());
    }

    @Test
    void fragmentsArriveInAnyOrderAndTwice() throws Exception {
        TestNetwork path = TestNetwork.path(7, good -> good.withReorder(0.5).withDuplicate(0.5));
        DatagramSocket server = path.udp("server", 7);
        byte[] large = bytes(20_000);
        path.udp("client", 1000).send(large, at("10.0.2.2:7"), origin);
        path.settle();
        assertArrayEquals(large, server.receive().orElseThrow().bytes());
    }

    @Test
    void everyFragmentKnowsItsPartOfTheMessage() throws Exception {
        TestNetwork path = TestNetwork.path();
        path.udp("server", 7);
        path.udp("client", 1000).send(bytes(4000), at("10.0.2.2:7"), origin);
        path.settle();
        List<String> parts = new ArrayList<>();
        List<Integer> packets = new ArrayList<>();
        for (TracedFrame frame : path.network().trace().frames()) {
            for (MessageSlice slice : frame.content().messages()) {
                if (frame.where().equals("s2→server")) {
                    parts.add(slice.messageOffset() + "+" + slice.length() + " at " + slice.offset());
                    packets.add(frame.packet());
                }
            }
        }
        assertEquals(List.of("0+1472 at 42", "1472+1480 at 34", "2952+1048 at 34"), parts);
        assertEquals(3, packets.stream().distinct().count(), "each fragment is a packet of its own");
    }

    @Test
    void aLostFragmentLosesTheDatagramAndIsMissedAloud() throws Exception {
        TestNetwork path = TestNetwork.path();
        DatagramSocket server = path.udp("server", 7);
        path.ping("client", "10.0.2.2");
        path.skip();
        int[] frames = { 0 };
        path.network().link("r1-s2").loseIf(frame -> ++frames[0] == 2);
        path.udp("client", 1000).send(bytes(4000), at("10.0.2.2:7"), origin);
        path.settle();
        assertFalse(server.isReadable());
        path.expectNotes("dropped at server: fragments of datagram 0x0002 from 10.0.1.2 are missing after 30 s");
        assertEquals("s1→client ICMP Time-to-live exceeded (Fragment reassembly time exceeded)", path.tell().getLast());
    }

    @Test
    void manyLargeDatagramsCrossALossyPathWholeOrNotAtAll() throws Exception {
        TestNetwork path = TestNetwork.path(3, (LinkConditions good) -> good.withLoss(0.02));
        DatagramSocket server = path.udp("server", 7);
        DatagramSocket client = path.udp("client", 1000);
        byte[] large = bytes(5000);
        int whole = 0;
        for (int i = 0; i < 100; i++) {
            client.send(large, at("10.0.2.2:7"), origin);
            path.settle();
            while (server.isReadable()) {
                assertArrayEquals(large, server.receive().orElseThrow().bytes());
                whole++;
            }
        }
        // Four fragments over four links: 0.98 to the 16th is 72 of 100.
        assertEquals(72, whole, 15);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
