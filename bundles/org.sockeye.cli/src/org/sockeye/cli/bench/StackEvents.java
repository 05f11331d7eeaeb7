package org.sockeye.cli.bench;

import java.util.List;
import java.util.Random;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;

/**
 * Timers a second of real time, with 10,000 pending at any time. A timer of the first figure is scheduled and runs; of the
 * second is scheduled, and two of three times cancelled before it is due, as those of TCP are; the third is the slower of
 * the two.
 */
final class StackEvents implements Benchmark {

    private static final int PENDING = 10_000;
    private static final int TIMERS = 8_000_000;

    @Override
    public String name() {
        return "stack.events";
    }

    @Override
    public List<Figure> measure() {
        fired(TIMERS / 2);
        cancelled(TIMERS / 2);
        double fired = TIMERS / fired(TIMERS);
        double cancelled = TIMERS / cancelled(TIMERS);
        return List.of(new Figure(name() + ".fired", fired, "timers/s"),
                new Figure(name() + ".cancelled", cancelled, "timers/s"),
                new Figure(name(), Math.min(fired, cancelled), "timers/s"));
    }

    private static long[] delays() {
        Random random = new Random(1);
        return random.longs(1 << 12, 1, 1_000_000).toArray();
    }

    /** Each timer that runs schedules the next one. */
    private static double fired(int timers) {
        EventQueue events = new EventQueue();
        long[] delays = delays();
        Runnable again = new Runnable() {
            private int next;

            @Override
            public void run() {
                events.after(delays[next++ & delays.length - 1], this);
            }
        };
        for (int i = 0; i < PENDING; i++) {
            again.run();
        }
        long start = System.nanoTime();
        for (int i = 0; i < timers; i++) {
            events.runNext();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double cancelled(int timers) {
        EventQueue events = new EventQueue();
        long[] delays = delays();
        Timer[] pending = new Timer[PENDING];
        Runnable nothing = () -> {
        };
        for (int i = 0; i < PENDING; i++) {
            pending[i] = events.after(delays[i & delays.length - 1], nothing);
        }
        long start = System.nanoTime();
        for (int i = 0; i < timers; i++) {
            int place = (int) (i * 7919L % PENDING);
            if (i % 3 == 0) {
                events.runNext();
            }
            pending[place].cancel();
            pending[place] = events.after(delays[i & delays.length - 1], nothing);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
