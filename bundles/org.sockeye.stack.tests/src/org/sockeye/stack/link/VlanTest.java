package org.sockeye.stack.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.VlanTag;

/** A switch with stations 1 and 2 in VLAN 10, 3 in VLAN 20, and a trunk at port 4 that carries 10 and 30 only. */
class VlanTest {

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Switch middle = new Switch("s", events, trace);
    private final List<Transmitter> stations = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Content> frames = new ArrayList<>();

    VlanTest() {
        plug(PortVlans.access(10));
        plug(PortVlans.access(10));
        plug(PortVlans.access(20));
        plug(PortVlans.trunk(List.of(10, 30)));
    }

    private void plug(PortVlans vlans) {
        int number = stations.size() + 1;
        LinkEnd station = new LinkEnd("station" + number, "eth0");
        LinkEnd port = new LinkEnd("s", "p" + number);
        Cable cable = new Cable("l" + number, station, port, LinkConditions.GOOD, events, trace, new Randomness(1));
        stations.add(cable.plug(station, frame -> {
            boolean tagged = Tagging.isTagged(frame.bytes());
            heard.add(number + (tagged ? " with tag " + VlanTag.vlan(frame.bytes()) : ""));
            frames.add(frame);
        }));
        middle.plug(cable, port, vlans);
    }

    private static Content frame(long from, long to) {
        return Content.of(new EthernetFrame(new MacAddress(to), new MacAddress(from), EthernetFrame.IPV4)
                .emit(new byte[46]));
    }

    private List<String> send(int station, Content frame) {
        heard.clear();
        frames.clear();
        stations.get(station - 1).send(frame);
        while (events.runNext()) {
            continue;
        }
        return List.copyOf(heard);
    }

    private List<String> notes() {
        return trace.notes().stream().map(Note::text).toList();
    }

    @Test
    void aFrameIsFloodedInItsVirtualLanOnlyAndTaggedOnTheTrunk() {
        assertEquals(List.of("2", "4 with tag 10"), send(1, frame(1, 2)));
        assertEquals(List.of(), send(3, frame(3, 1)), "20 has no other port, nor does the trunk carry it");
    }

    @Test
    void eachVirtualLanLearnsForItself() {
        send(1, frame(1, 2));
        send(3, frame(1, 2));
        assertEquals(List.of("1"), send(2, frame(2, 1)), "the same address in 20 is somebody else's");
        assertEquals(List.of("10 p1", "10 p2", "20 p3"),
                middle.table().rows().stream().map(row -> row.vlan() + " " + row.port()).toList());
    }

    @Test
    void aTagFromTheTrunkIsTakenOffForAStationAndTheFrameIsTheSameAgain() {
        Content plain = frame(7, 1);
        Content tagged = Tagging.tagged(plain, 10);
        assertEquals(68, tagged.length());
        assertEquals(List.of("1", "2"), send(4, tagged));
        assertArrayEquals(plain.bytes(), frames.getFirst().bytes());
    }

    @Test
    void aShortFrameIsPaddedWhenItsTagIsGone() {
        byte[] shortest = new byte[64];
        byte[] whole = Tagging.tagged(frame(7, 1), 10).bytes();
        System.arraycopy(whole, 0, shortest, 0, 60);
        EthernetFrame.putFcs(shortest);
        send(4, Content.of(shortest));
        assertEquals(64, frames.getFirst().length());
    }

    @Test
    void whatHasNoRightToBeThereIsDroppedInWords() {
        send(4, frame(7, 1));
        send(4, Tagging.tagged(frame(7, 1), 20));
        send(1, Tagging.tagged(frame(1, 3), 20));
        assertEquals(List.of("dropped at s: a frame without a VLAN tag at a trunk",
                "dropped at s: VLAN 20 is not of this trunk", "dropped at s: tagged for VLAN 20 at a port of VLAN 10"),
                notes());
    }

    @Test
    void aTagThatSaysOnlyHowUrgentAFrameIsCountsAsNone() {
        assertEquals(List.of("2", "4 with tag 10"), send(1, Tagging.tagged(frame(1, 2), 0)));
        assertEquals(64, frames.getFirst().length());
    }

    @Test
    void messagesKeepTheirPlaceBehindATag() {
        Message message = new Message(1, 0, Origin.stack("a"), 5);
        Content plain = new Content(frame(1, 2).bytes(), List.of(new MessageSlice(message, 0, 5, 20)));
        Content tagged = Tagging.tagged(plain, 10);
        assertEquals(List.of(new MessageSlice(message, 0, 5, 24)), tagged.messages());
        assertEquals(plain.messages(), Tagging.untagged(tagged).messages());
    }

    @Test
    void virtualLansHaveNumbersFrom1To4094() {
        assertThrows(IllegalArgumentException.class, () -> PortVlans.access(0));
        assertThrows(IllegalArgumentException.class, () -> PortVlans.trunk(List.of(4095)));
    }
}
