package org.sockeye.stack.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TracedFrame;

/** A cable between a and b that carries 1 byte a microsecond over 100 µs. */
class CableTest {

    private static final long MICROSECOND = 1000;
    private static final LinkEnd A = new LinkEnd("a", "eth0");
    private static final LinkEnd B = new LinkEnd("b", "eth0");

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final List<String> arrived = new ArrayList<>();
    private final Cable link = link(1);
    private final Transmitter atA = plug(link);

    private Cable link(long seed) {
        LinkConditions conditions = LinkConditions.GOOD.withDelay(100 * MICROSECOND).withRate(8_000_000).withQueue(3);
        return new Cable("a-b", A, B, conditions, events, trace, new Randomness(seed));
    }

    private Transmitter plug(Cable cable) {
        cable.plug(B, frame -> arrived.add(frame.bytes()[0] + " at " + events.now() / MICROSECOND));
        return cable.plug(A, frame -> arrived.add("back: " + frame.bytes()[0]));
    }

    private static Content frame(int first, int length) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) first;
        return Content.of(bytes);
    }

    private void settle() {
        while (events.runNext()) {
            continue;
        }
    }

    @Test
    void aFrameTakesItsLengthAndTheDelay() {
        atA.send(frame(1, 64));
        settle();
        assertEquals(List.of("1 at 164"), arrived);
        TracedFrame traced = trace.frames().get(0);
        assertEquals(0, traced.sent());
        assertEquals(164 * MICROSECOND, traced.arrived());
    }

    @Test
    void framesFollowOneAnother() {
        atA.send(frame(1, 64));
        atA.send(frame(2, 100));
        atA.send(frame(3, 64));
        settle();
        assertEquals(List.of("1 at 164", "2 at 264", "3 at 328"), arrived);
        assertEquals(List.of(0L, 64 * MICROSECOND, 164 * MICROSECOND),
                trace.frames().stream().map(TracedFrame::sent).toList());
    }

    @Test
    void theTwoDirectionsShareNothing() {
        Transmitter atB = link.plug(B, frame -> arrived.add(String.valueOf(frame.bytes()[0])));
        atA.send(frame(1, 1500));
        atB.send(frame(2, 64));
        settle();
        assertEquals(List.of("back: 2", "1"), arrived);
    }

    @Test
    void tooManyWaitingFramesAreDroppedInWords() {
        for (int i = 1; i <= 6; i++) {
            atA.send(frame(i, 64));
        }
        settle();
        assertEquals(List.of("1 at 164", "2 at 228", "3 at 292", "4 at 356"), arrived);
        assertEquals(2, trace.frames().stream()
                .filter(frame -> "dropped at a: queue full (3 of 3)".equals(frame.dropped())).count());
    }

    @Test
    void withoutARateNothingWaits() {
        link.conditions(LinkConditions.GOOD.withRate(0).withDelay(0).withQueue(0));
        atA.send(frame(1, 64));
        atA.send(frame(2, 64));
        settle();
        assertEquals(List.of("1 at 0", "2 at 0"), arrived);
    }

    @Test
    void conditionsChangeWhileItRuns() {
        atA.send(frame(1, 64));
        settle();
        link.conditions(link.conditions().withDelay(1000 * MICROSECOND));
        atA.send(frame(2, 64));
        settle();
        assertEquals(List.of("1 at 164", "2 at " + (164 + 1064)), arrived);
    }

    @Test
    void losesAsManyAsItSays() {
        link.conditions(LinkConditions.GOOD.withLoss(0.1));
        int lost = 0;
        for (int i = 0; i < 10_000; i++) {
            atA.send(frame(1, 64));
            settle();
        }
        for (TracedFrame frame : trace.frames()) {
            if (frame.dropped() != null) {
                assertEquals("lost on link a-b", frame.dropped());
                lost++;
            }
        }
        assertEquals(1000, lost, 120, "four standard deviations of 10,000 draws");
        assertEquals(10_000 - lost, arrived.size());
    }

    @Test
    void theSameSeedLosesTheSameFramesAndAnotherOthers() {
        assertEquals(lostOf(5), lostOf(5));
        assertNotEquals(lostOf(5), lostOf(6));
    }

    private List<Boolean> lostOf(long seed) {
        Cable cable = link(seed);
        Transmitter sender = plug(cable);
        cable.conditions(LinkConditions.GOOD.withLoss(0.5));
        int before = trace.frames().size();
        for (int i = 0; i < 64; i++) {
            sender.send(frame(1, 64));
            settle();
        }
        return trace.frames().stream().skip(before).map(TracedFrame::dropped).map(Objects::nonNull).toList();
    }

    @Test
    void corruptionFlipsOneBitOfACopy() {
        link.conditions(LinkConditions.GOOD.withCorrupt(1));
        Content sent = frame(1, 64);
        byte[] before = sent.bytes().clone();
        atA.send(sent);
        settle();
        assertArrayEquals(before, sent.bytes());
        byte[] wire = trace.frames().get(0).content().bytes();
        int flipped = 0;
        for (int i = 0; i < wire.length; i++) {
            flipped += Integer.bitCount((wire[i] ^ before[i]) & 0xff);
        }
        assertEquals(1, flipped);
    }

    @Test
    void aDuplicateIsAnotherFrameOfTheSamePacket() {
        link.conditions(link.conditions().withDuplicate(1));
        atA.send(frame(1, 64));
        settle();
        assertEquals(List.of("1 at 164", "1 at 228"), arrived);
        assertEquals(List.of(1, 1), trace.frames().stream().map(TracedFrame::packet).toList());
    }

    @Test
    void aReorderedFrameIsOvertaken() {
        link.conditions(link.conditions().withReorder(1));
        atA.send(frame(1, 64));
        events.advanceTo(64 * MICROSECOND);
        link.conditions(link.conditions().withReorder(0));
        atA.send(frame(2, 64));
        settle();
        assertEquals("2 at 228", arrived.get(0));
        assertTrue(arrived.get(1).startsWith("1 at "), arrived.get(1));
    }

    @Test
    void aRulePicksWhatIsLost() {
        link.loseIf(frame -> frame.bytes()[0] == 2);
        for (int i = 1; i <= 3; i++) {
            atA.send(frame(i, 64));
        }
        settle();
        assertEquals(List.of("1 at 164", "3 at 292"), arrived);
    }

    @Test
    void aLongCableTakesItsTime() {
        link.conditions(link.conditions().withDelay(0).withLength(200_000));
        assertEquals(1_000_692, link.conditions().propagation(), "200 km at two thirds of 299,792,458 m/s");
        atA.send(frame(1, 64));
        settle();
        assertEquals(List.of("1 at 1064"), arrived);
    }

    @Test
    void eachDirectionHasConditionsOfItsOwn() {
        Transmitter atB = link.from(B);
        link.conditions(A, link.conditions(A).withLoss(1));
        link.conditions(B, link.conditions(B).withDelay(0));
        atA.send(frame(1, 64));
        atB.send(frame(2, 64));
        settle();
        assertEquals(List.of("back: 2"), arrived);
        link.conditions(link.conditions(B));
        atA.send(frame(3, 64));
        settle();
        assertEquals(List.of("back: 2", "3 at 128"), arrived, "one change for both directions");
        assertThrows(IllegalArgumentException.class, () -> link.conditions(new LinkEnd("c", "eth0")));
    }

    @Test
    void bitErrorsHitAsManyBitsAsTheirRateSays() {
        link.conditions(LinkConditions.GOOD.withBitErrors(1e-4));
        for (int i = 0; i < 2000; i++) {
            atA.send(frame(0, 1000));
            settle();
        }
        int hit = 0;
        int flipped = 0;
        for (TracedFrame frame : trace.frames()) {
            int bits = 0;
            for (byte each : frame.content().bytes()) {
                bits += Integer.bitCount(each & 0xff);
            }
            flipped += bits;
            hit += bits > 0 ? 1 : 0;
        }
        assertEquals(1600, flipped, 160, "four standard deviations of 16 million bits");
        double frames = 2000 * (1 - Math.pow(1 - 1e-4, 8000));
        assertEquals(frames, hit, 90, "four standard deviations of 2,000 frames");
    }

    @Test
    void everyBitIsHitWhenTheRateIsOneAndNoneOnceItIsZero() {
        link.conditions(LinkConditions.GOOD.withBitErrors(1));
        atA.send(frame(0, 3));
        link.conditions(LinkConditions.GOOD);
        settle();
        atA.send(frame(0, 3));
        settle();
        assertArrayEquals(new byte[] { -1, -1, -1 }, trace.frames().get(0).content().bytes());
        assertArrayEquals(new byte[3], trace.frames().get(1).content().bytes());
    }

    @Test
    void theQueueMayGrowAndShrinkWhileFramesWait() {
        for (int i = 1; i <= 4; i++) {
            atA.send(frame(i, 64));
        }
        link.conditions(link.conditions().withQueue(1));
        atA.send(frame(5, 64));
        link.conditions(link.conditions().withQueue(4));
        atA.send(frame(6, 64));
        settle();
        assertEquals(List.of("1 at 164", "2 at 228", "3 at 292", "4 at 356", "6 at 420"), arrived);
        assertEquals("dropped at a: queue full (3 of 1)", trace.frames().stream().map(TracedFrame::dropped)
                .filter(Objects::nonNull).findFirst().orElseThrow());
    }
}
