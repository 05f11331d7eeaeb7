package org.sockeye.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.wire.Layer;

/** The list of packets that a view shows while a run goes on. */
class PacketListTest {

    private final PathFrames path = new PathFrames();
    private final PacketList list = new PacketList();

    private void update() {
        assertFalse(list.update(1000));
    }

    private static List<Integer> numbers(PacketList list) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            numbers.add(list.row(i).number());
        }
        return numbers;
    }

    @Test
    void rowTellsWhereAFrameIsAndWhatItSays() {
        path.datagram("hello\n");
        list.follow(path.trace);
        update();
        PacketRow row = list.row(1);
        assertEquals("2 1 +3.000 ms s1→r1 10.0.1.2 10.0.2.2 UDP 64 49152 → 6789 Len=6 APPLICATION",
                row.number() + " " + row.packet() + " " + row.timeText() + " " + row.where() + " " + row.source() + " "
                        + row.destination() + " " + row.protocol() + " " + row.length() + " " + row.info() + " "
                        + row.layer());
        assertEquals("UDPClient.java:9", row.origins().getFirst().place());
        assertEquals(List.of(), row.problems());
    }

    @Test
    void rowOfAFrameThatNoProgramSentHasNoOrigin() {
        list.follow(path.flooded().trace);
        update();
        assertEquals(List.of(), list.row(0).origins());
        assertEquals(Layer.NETWORK, list.row(0).layer());
        assertEquals("Broadcast", list.row(0).destination());
    }

    @Test
    void droppedFrameSaysWhy() {
        list.follow(path.lostDatagram("x").trace);
        update();
        assertEquals("lost on the link", list.row(0).dropped());
    }

    @Test
    void framesAppearOnlyWhenTheListIsUpdated() {
        list.follow(path.trace);
        path.datagram("a").datagram("b");
        assertEquals(0, list.size());
        assertTrue(list.update(4));
        assertEquals(4, list.size());
        assertFalse(list.update(4));
        assertEquals(6, list.size());
    }

    @Test
    void filterHidesRowsOfOldAndNewFrames() {
        list.follow(path.trace);
        path.flooded().datagram("a");
        update();
        list.filter(DisplayFilter.parse("udp"));
        assertEquals(List.of(4, 5, 6), numbers(list));
        path.flooded().lostDatagram("b");
        update();
        assertEquals(List.of(4, 5, 6, 10), numbers(list));
        assertEquals(10, list.total());
        assertEquals(Optional.of(3), list.indexOf(10));
        assertEquals(Optional.empty(), list.indexOf(7));
        list.filter(null);
        assertEquals(10, list.size());
    }

    @Test
    void clearedListIsAsNew() {
        list.follow(path.datagram("a").trace);
        update();
        list.clear();
        assertEquals(0, list.size());
        assertEquals(0, list.total());
        assertThrows(IndexOutOfBoundsException.class, () -> list.row(0));
        PathFrames next = new PathFrames().datagram("b");
        list.follow(next.trace);
        update();
        assertEquals(List.of(1, 2, 3), numbers(list));
    }

    @Test
    void framesOfTheDrivingThreadAreAllSeenInOrderByAnother() throws InterruptedException {
        list.follow(path.trace);
        CountDownLatch started = new CountDownLatch(1);
        Thread driver = new Thread(() -> {
            for (int i = 0; i < 500; i++) {
                path.lostDatagram("message " + i);
                started.countDown();
            }
        });
        driver.start();
        started.await();
        while (list.size() < 500) {
            list.update(100);
        }
        driver.join();
        for (int i = 0; i < 500; i++) {
            assertEquals(i + 1, list.row(i).number());
        }
    }
}
