package org.sockeye.stack.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.SwitchEvent;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

/** A switch with stations 1, 2 and 3, whose MAC addresses are their numbers. */
class SwitchTest {

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Switch middle = new Switch("s", events, trace);
    private final List<Transmitter> stations = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    SwitchTest() {
        for (int i = 1; i <= 3; i++) {
            LinkEnd station = new LinkEnd("station" + i, "eth0");
            LinkEnd port = new LinkEnd("s", "p" + i);
            Cable link = new Cable("l" + i, station, port, LinkConditions.GOOD, events, trace, new Randomness(1));
            String name = "heard by " + i;
            stations.add(link.plug(station, frame -> heard.add(name)));
            middle.plug(link, port);
        }
    }

    private List<String> send(int from, long to) {
        byte[] frame = new EthernetFrame(new MacAddress(to), new MacAddress(from), EthernetFrame.IPV4)
                .emit(new byte[50]);
        return send(from, frame);
    }

    private List<String> send(int station, byte[] frame) {
        heard.clear();
        stations.get(station - 1).send(Content.of(frame));
        while (events.runNext()) {
            continue;
        }
        return List.copyOf(heard);
    }

    @Test
    void floodsWhatItDoesNotKnowAndLearnsFromTheSender() {
        assertEquals(List.of("heard by 2", "heard by 3"), send(1, 2));
        assertEquals(List.of("heard by 1"), send(2, 1));
        assertEquals(List.of("heard by 2"), send(1, 2));
    }

    @Test
    void broadcastsReachEverybodyElse() {
        assertEquals(List.of("heard by 2", "heard by 3"), send(1, MacAddress.BROADCAST.bits()));
    }

    @Test
    void aMovedStationIsFoundAtItsNewPort() {
        send(1, 2);
        byte[] moved = new EthernetFrame(new MacAddress(3), new MacAddress(1), EthernetFrame.IPV4).emit(new byte[50]);
        send(3, moved);
        assertEquals(List.of("heard by 3"), send(2, 1));
    }

    @Test
    void whatIsForTheSameSideStaysThere() {
        send(1, 2);
        byte[] neighbour = new EthernetFrame(new MacAddress(1), new MacAddress(7), EthernetFrame.IPV4)
                .emit(new byte[50]);
        assertEquals(List.of(), send(1, neighbour));
    }

    @Test
    void forgetsWhoWasSilentForFiveMinutes() {
        send(1, 2);
        events.advanceTo(events.now() + Switch.AGEING + 1);
        assertEquals(List.of("heard by 1", "heard by 3"), send(2, 1));
    }

    @Test
    void dropsDamagedFramesInWords() {
        byte[] frame = new EthernetFrame(new MacAddress(2), new MacAddress(1), EthernetFrame.IPV4).emit(new byte[50]);
        frame[20] ^= 1;
        assertEquals(List.of(), send(1, frame));
        assertEquals(List.of("dropped at s: bad frame check sequence"),
                trace.notes().stream().map(Note::text).toList());
    }

    @Test
    void aHopKeepsThePacketsNumber() {
        send(1, 2);
        assertEquals(List.of(1, 1, 1), trace.frames().stream().map(frame -> frame.packet()).toList());
    }

    @Test
    void keepsWorkingWhenItsTableIsFull() {
        for (int i = 0; i < 3000; i++) {
            byte[] frame = new EthernetFrame(new MacAddress(3), new MacAddress(1000 + i), EthernetFrame.IPV4)
                    .emit(new byte[50]);
            send(1, frame);
        }
        assertEquals(List.of("heard by 2", "heard by 3"), send(1, 9999));
    }

    private String table() {
        return middle.table().rows().stream().map(row -> row.address().bits() + " at " + row.port()).toList()
                .toString();
    }

    @Test
    void itsTableCanBeSeenAndItsChangesAreTraced() {
        send(1, 2);
        send(2, 1);
        assertEquals("[1 at p1, 2 at p2]", table());
        send(3, new EthernetFrame(new MacAddress(2), new MacAddress(1), EthernetFrame.IPV4).emit(new byte[50]));
        assertEquals("[1 at p3, 2 at p2]", table());
        events.advanceTo(events.now() + Switch.AGEING + 1);
        assertEquals("[]", table(), "forgotten");
        send(2, 1);
        assertEquals(List.of("LEARNED 1 at p1", "LEARNED 2 at p2", "MOVED 1 at p3", "EXPIRED 2 at p2",
                "LEARNED 2 at p2", "EXPIRED 1 at p3"),
                trace.entries().stream().filter(SwitchEvent.class::isInstance).map(SwitchEvent.class::cast)
                        .map(event -> event.change() + " " + event.address().bits() + " at " + event.port()).toList());
    }

    @Test
    void theTableGrowsAndForgetsTheOldWhenItIsFull() {
        for (int i = 0; i < 2 * MacTable.CAPACITY; i++) {
            send(1, new EthernetFrame(new MacAddress(2), new MacAddress(1000 + i), EthernetFrame.IPV4)
                    .emit(new byte[50]));
        }
        assertEquals(MacTable.CAPACITY, middle.table().rows().size());
        events.advanceTo(events.now() + Switch.AGEING + 1);
        send(1, new EthernetFrame(new MacAddress(2), new MacAddress(7), EthernetFrame.IPV4).emit(new byte[50]));
        assertEquals("[7 at p1]", table());
    }

    private byte[] large(int payload) {
        return new EthernetFrame(MacAddress.BROADCAST, new MacAddress(1), EthernetFrame.IPV4).emit(new byte[payload]);
    }

    @Test
    void whatIsTooLargeForALinkIsNotSentThere() {
        LinkEnd port = new LinkEnd("s", "p4");
        Cable narrow = new Cable("narrow", new LinkEnd("far", "eth0"), port, LinkConditions.GOOD, events, trace,
                new Randomness(1));
        narrow.plug(narrow.a(), frame -> heard.add("heard far away"));
        middle.plug(narrow, port, PortVlans.NONE, 576);

        assertEquals(List.of("heard by 2", "heard by 3", "heard far away"), send(1, large(576)));
        assertEquals(List.of(), trace.notes());
        assertEquals(List.of("heard by 2", "heard by 3"), send(1, large(577)));
        assertEquals(List.of("dropped at s: too large for p4, whose link carries 576 bytes a frame"),
                trace.notes().stream().map(Note::text).toList());
    }

    @Test
    void aTagDoesNotCount() {
        LinkEnd port = new LinkEnd("s", "p4");
        Cable trunk = new Cable("trunk", new LinkEnd("far", "p1"), port, LinkConditions.GOOD, events, trace,
                new Randomness(1));
        trunk.plug(trunk.a(), frame -> heard.add(frame.length() + " bytes far away"));
        middle.plug(trunk, port, PortVlans.trunk());
        LinkEnd access = new LinkEnd("s", "p5");
        Cable host = new Cable("host", new LinkEnd("host", "eth0"), access, LinkConditions.GOOD, events, trace,
                new Randomness(1));
        Transmitter station = host.plug(host.a(), frame -> heard.add("heard by the host"));
        middle.plug(host, access, PortVlans.access(10));

        station.send(Content.of(large(1500)));
        station.send(Content.of(large(1501)));
        while (events.runNext()) {
            continue;
        }
        assertEquals(List.of("1522 bytes far away"), heard);
    }
}
