package org.sockeye.stack.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final EventQueue events = new EventQueue();
    private final List<String> happened = new ArrayList<>();

    private Runnable happens(String what) {
        return () -> happened.add(what + " at " + events.now());
    }

    private void settle() {
        while (events.runNext()) {
            continue;
        }
    }

    @Test
    void eventsHappenInTheOrderOfTimeAndThenOfScheduling() {
        events.at(20, happens("late"));
        events.at(10, happens("first"));
        events.at(10, happens("second"));
        events.after(5, happens("early"));
        settle();
        assertEquals(List.of("early at 5", "first at 10", "second at 10", "late at 20"), happened);
        assertFalse(events.runNext());
    }

    @Test
    void whatIsDueAlreadyHappensAtOnceButNotBeforeOthers() {
        events.at(10, () -> {
            events.at(3, happens("overdue"));
            events.after(0, happens("at once"));
        });
        events.at(10, happens("waiting"));
        settle();
        assertEquals(List.of("waiting at 10", "overdue at 10", "at once at 10"), happened);
    }

    @Test
    void aCancelledEventDoesNotHappen() {
        Timer timer = events.at(10, happens("cancelled"));
        Timer other = events.at(30, happens("other"));
        assertTrue(timer.isPending());
        timer.cancel();
        timer.cancel();
        assertFalse(timer.isPending());
        assertEquals(30, events.nextTime());
        settle();
        assertEquals(List.of("other at 30"), happened);
        assertFalse(other.isPending());
        other.cancel();
        assertEquals(Long.MAX_VALUE, events.nextTime());
    }

    @Test
    void theClockMayMoveUpToTheNextEvent() {
        events.at(10, happens("event"));
        events.advanceTo(7);
        assertEquals(7, events.now());
        assertThrows(IllegalArgumentException.class, () -> events.advanceTo(6));
        assertThrows(IllegalArgumentException.class, () -> events.advanceTo(11));
        events.advanceTo(10);
        settle();
        assertEquals(List.of("event at 10"), happened);
    }

    @Test
    void thousandsOfTimersComeAndGoInOrder() {
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int time = i * 7919 % 10_007;
            timers.add(events.at(time, () -> happened.add(String.valueOf(time))));
        }
        for (int i = 0; i < timers.size(); i += 2) {
            timers.get(i).cancel();
        }
        settle();
        assertEquals(5000, happened.size());
        List<Integer> times = happened.stream().map(Integer::valueOf).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    /** Beside a list that is kept in order the simple way. */
    @Test
    void whateverComesAndGoesTheOrderIsThatOfTimeAndThenOfScheduling() {
        RandomGenerator random = new Randomness(3).stream("timers");
        Map<Timer, Integer> expected = new LinkedHashMap<>();
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int name = i;
            if (random.nextInt(3) > 0) {
                expected.put(events.after(random.nextInt(50), () -> ran.add(name)), name);
            } else if (random.nextBoolean() && !expected.isEmpty()) {
                Timer cancelled = List.copyOf(expected.keySet()).get(random.nextInt(expected.size()));
                cancelled.cancel();
                expected.remove(cancelled);
            } else if (!expected.isEmpty()) {
                Timer first = Collections.min(expected.keySet(), Comparator.comparingLong(Timer::time));
                assertEquals(first.time(), events.nextTime());
                events.runNext();
                assertEquals(expected.remove(first), ran.getLast());
            }
            if (expected.size() > 200) {
                expected.keySet().forEach(Timer::cancel);
                expected.clear();
                assertEquals(Long.MAX_VALUE, events.nextTime());
            }
        }
        assertTrue(ran.size() > 1000, () -> ran.size() + " ran");
    }

    @Test
    void aDelayBeyondAllTimeIsDueAtItsEnd() {
        events.at(10, () -> events.after(Long.MAX_VALUE, happens("never")));
        events.runNext();
        assertEquals(Long.MAX_VALUE, events.nextTime());
    }

    @Test
    void chanceComesFromSeedAndName() {
        long draw = new Randomness(1).stream("a").nextLong();
        assertEquals(draw, new Randomness(1).stream("a").nextLong());
        assertNotEquals(draw, new Randomness(1).stream("b").nextLong());
        assertNotEquals(draw, new Randomness(2).stream("a").nextLong());
    }
}
