package org.sockeye.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Layer;

/**
 * A row of the Packets view: one frame on one link.
 *
 * @param number the frame's number in the trace, from 1
 * @param packet the number that all hops of this packet share
 * @param time when it was sent, in nanoseconds since the start of the run
 * @param timeText the same for a person, such as "+12.304 ms"
 * @param where the hop, such as "client→s1"
 * @param source network address of the sender, or its MAC where there is none
 * @param destination the same of the receiver
 * @param protocol the innermost protocol that has a name of its own, such as "TCP"
 * @param length bytes of the frame, with its FCS
 * @param info one line about what the frame says, as Wireshark writes it
 * @param layer the highest layer that the frame carries something of
 * @param dropped why it did not arrive, in words, or null if it did
 * @param problems what is wrong with the frame, in words; empty if nothing is
 * @param origins who sent the messages in it, in order; empty for what the network says itself (SYN, ACK, ARP)
 */
public record PacketRow(int number, int packet, long time, String timeText, String where, String source,
        String destination, String protocol, int length, String info, Layer layer, @Nullable String dropped,
        List<String> problems, List<Origin> origins) {

    public PacketRow {
        problems = List.copyOf(problems);
        origins = List.copyOf(origins);
    }
}
