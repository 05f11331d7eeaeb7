package org.sockeye.stack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.UdpHeader;

class PathChoiceTest {

    private static final Ipv4Header HEADER = Ipv4Header.of(Ipv4Address.of(10, 0, 1, 2), Ipv4Address.of(10, 0, 2, 2),
            UdpHeader.PROTOCOL, 64, 1, 100);

    private static byte[] ports(int source) {
        byte[] segment = new byte[100];
        segment[0] = (byte) (source >> 8);
        segment[1] = (byte) source;
        return segment;
    }

    @Test
    void oneFlowAlwaysTakesOnePathAndManyFlowsTakeAll() {
        int[] flows = new int[3];
        for (int port = 50_000; port < 50_300; port++) {
            Set<Integer> taken = new HashSet<>();
            for (int sent = 0; sent < 5; sent++) {
                taken.add(PathChoice.PER_FLOW.choose(HEADER, ports(port), 0, 3, sent));
            }
            assertEquals(1, taken.size());
            flows[taken.iterator().next()]++;
        }
        for (int count : flows) {
            assertTrue(count > 60, "about 100 of 300 each, not " + count);
        }
    }

    @Test
    void datagramsTakeThePathsInTurn() {
        for (int sent = 0; sent < 9; sent++) {
            assertEquals(sent % 3, PathChoice.PER_PACKET.choose(HEADER, ports(50_000), 0, 3, sent));
        }
    }
}
