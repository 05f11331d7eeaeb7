package org.sockeye.stack.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.topology.TopologyException;

class OutsideTest {

    @Test
    void framesEnterAndLeaveWithoutTheirCheckSequence() throws Exception {
        TestNetwork network = TestNetwork.of("""
                hosts: [server]
                outside: { kernel: 10.0.1.9/24 }
                links: [[kernel, server]]
                """);
        List<String> left = new ArrayList<>();
        Outside kernel = network.network().outside("kernel");
        kernel.carry(frame -> left.add(HexFormat.of().formatHex(frame)));
        String question = "ffffffffffff 020000000009 0806 0001 0800 06 04 0001 020000000009 0a000109 000000000000 0a000102";
        kernel.enters(HexFormat.of().parseHex(question.replace(" ", "")));
        network.settle();
        network.expect("kernel→server ARP Who has 10.0.1.2? Tell 10.0.1.9",
                "server→kernel ARP 10.0.1.2 is at 02:00:0a:00:01:02");
        String answer = "020000000009 02000a000102 0806 0001 0800 06 04 0002 02000a000102 0a000102 020000000009 0a000109"
                + "0".repeat(36);
        assertEquals(List.of(answer.replace(" ", "")), left);
    }

    @Test
    void anOutsideDeviceIsTheEndOfOneLink() {
        String message = assertThrows(TopologyException.class, () -> TestNetwork.of("""
                hosts: [server, client]
                outside: [kernel]
                links:
                  - [kernel, server]
                  - [kernel, client]
                """)).getMessage();
        assertEquals("test.yaml:5: the outside device kernel has a link already; an outside device is the end of one "
                + "link, so name another for this one", message);
    }
}
