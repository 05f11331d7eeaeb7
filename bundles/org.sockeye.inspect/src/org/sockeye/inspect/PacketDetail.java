package org.sockeye.inspect;

import java.util.List;
import org.sockeye.stack.trace.MessageSlice;

/**
 * One frame, opened: what the Layers view shows.
 *
 * @param row its row in the list
 * @param bytes the whole frame, with its FCS; not to be changed
 * @param outermost the physical layer's box, with all others nested in it
 * @param hops the way of its packet through the network, in order of time
 * @param messages the message bytes in it, with who sent them
 */
public record PacketDetail(PacketRow row, byte[] bytes, Doll outermost, List<Hop> hops, List<MessageSlice> messages) {

    public PacketDetail {
        hops = List.copyOf(hops);
        messages = List.copyOf(messages);
    }

    /** The boxes, outermost first. */
    public List<Doll> dolls() {
        List<Doll> dolls = new java.util.ArrayList<>();
        for (Doll doll = outermost; doll != null; doll = doll.inner()) {
            dolls.add(doll);
        }
        return dolls;
    }
}
