package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sockeye.stack.topology.TestNetwork.SECOND;
import static org.sockeye.stack.topology.TestNetwork.received;
import static org.sockeye.stack.topology.TestNetwork.send;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.topology.TestNetwork;

class ArpTest {

    private final TestNetwork lan = TestNetwork.of("""
            hosts: [a, b, c]
            switches: [s]
            links: [[a, s], [b, s], [c, s]]
            """);
    private final DatagramSocket receiver = lan.udp("b", 7);
    private final DatagramSocket sender = lan.udp("a", 8);

    ArpTest() throws Exception {
    }

    @Test
    void asksOnceAndSendsWhatWaitedInOrder() throws Exception {
        send(sender, "one", "10.0.1.3:7");
        send(sender, "two", "10.0.1.3:7");
        lan.settle();
        lan.expect("a→s ARP Who has 10.0.1.3? Tell 10.0.1.2",
                "s→b ARP Who has 10.0.1.3? Tell 10.0.1.2",
                "s→c ARP Who has 10.0.1.3? Tell 10.0.1.2",
                "b→s ARP 10.0.1.3 is at 02:00:0a:00:01:03",
                "s→a ARP 10.0.1.3 is at 02:00:0a:00:01:03",
                "a→s UDP 8 → 7 Len=3",
                "a→s UDP 8 → 7 Len=3",
                "s→b UDP 8 → 7 Len=3",
                "s→b UDP 8 → 7 Len=3");
        assertEquals(List.of("one", "two"), received(receiver));
    }

    @Test
    void theOneWhoWasAskedNeedNotAskBack() throws Exception {
        send(sender, "one", "10.0.1.3:7");
        lan.settle();
        lan.skip();

        send(receiver, "back", "10.0.1.2:8");
        lan.settle();
        lan.expect("b→s UDP 7 → 8 Len=4", "s→a UDP 7 → 8 Len=4");
    }

    @Test
    void asksAgainWhenTheQuestionWasLost() throws Exception {
        int[] frames = { 0 };
        lan.network().link("a-s").loseIf(frame -> ++frames[0] <= 2);
        send(sender, "late", "10.0.1.3:7");
        lan.pass(SECOND);
        assertEquals(List.of(), received(receiver));
        lan.settle();
        assertEquals(List.of("late"), received(receiver));
        assertEquals("a→s ARP Who has 10.0.1.3? Tell 10.0.1.2 (lost on link a-s)", lan.tell().get(1));
    }

    @Test
    void forgetsAfterAMinute() throws Exception {
        send(sender, "one", "10.0.1.3:7");
        lan.pass(Arp.LIFETIME / 2);
        lan.skip();
        send(sender, "two", "10.0.1.3:7");
        lan.pass(Arp.LIFETIME / 2 + SECOND);
        lan.expect("a→s UDP 8 → 7 Len=3", "s→b UDP 8 → 7 Len=3");

        send(sender, "six", "10.0.1.3:7");
        lan.settle();
        assertEquals("a→s ARP Who has 10.0.1.3? Tell 10.0.1.2", lan.tell().get(0));
        assertEquals(List.of("one", "two", "six"), received(receiver));
    }

    @Test
    void givesUpOnAHostThatIsNotThere() throws Exception {
        send(sender, "hello?", "10.0.1.99:7");
        lan.settle();
        assertEquals(3 * Arp.ATTEMPTS, lan.tell().size(), "each question goes to the switch and on to b and c");
        lan.expectNotes("arp: nobody answers for 10.0.1.99 on eth0", "dropped at a: host 10.0.1.99 unreachable");

        assertFalse(lan.ping("a", "10.0.1.99"), "but asks again when there is something to send");
        assertEquals(3 * Arp.ATTEMPTS, lan.tell().size());
    }

    @Test
    void letsOnlySoManyDatagramsWait() throws Exception {
        for (int i = 0; i <= Arp.WAITING; i++) {
            send(sender, "x", "10.0.1.3:7");
        }
        lan.expectNotes("dropped at a: 1000 datagrams already wait for the MAC address of 10.0.1.3");
        lan.settle();
        assertEquals(Arp.WAITING, received(receiver).size());
    }
}
