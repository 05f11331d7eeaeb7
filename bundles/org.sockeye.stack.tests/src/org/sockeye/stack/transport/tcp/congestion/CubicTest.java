package org.sockeye.stack.transport.tcp.congestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CubicTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long ROUND_TRIP = 100 * MILLISECOND;

    private final CongestionWindow window = new CongestionWindow(10);
    private final CongestionControl control = new Cubic();
    private long now;

    /** A round trip in which the whole window is acknowledged, segment by segment. */
    private void round() {
        now += ROUND_TRIP;
        int segments = window.size();
        for (int i = 0; i < segments; i++) {
            control.measured(window, ROUND_TRIP, now / ROUND_TRIP, now);
            control.acknowledged(window, 1, now);
        }
    }

    private void lose() {
        window.threshold(control.thresholdAfterLoss(window));
        window.size(window.threshold());
    }

    @Test
    void aLossLeavesSevenTenths() {
        window.size(100);
        lose();

        assertEquals(70, window.size());
        assertEquals(70, window.threshold());
    }

    @Test
    void afterALossTheWindowComesBackFastThenLingersThenGoesOn() {
        window.size(200);
        lose();
        int[] sizes = new int[80];
        for (int i = 0; i < sizes.length; i++) {
            round();
            sizes[i] = window.size();
        }

        // K is the third root of 60 / 0.4, 5.3 s; until then the window comes back to where it was, and lingers there.
        assertTrue(sizes[10] > 165 && sizes[10] < 185, "after a second: " + sizes[10]);
        assertEquals(199, sizes[50], 2);
        assertTrue(sizes[60] - sizes[45] <= 4, "on the plateau: " + sizes[45] + " to " + sizes[60]);
        assertTrue(sizes[79] > 204, "beyond: " + sizes[79]);
    }

    @Test
    void onAShortPathItIsAsFastAsReno() {
        window.size(10);
        lose();
        assertEquals(7, window.size());
        for (int i = 0; i < 30; i++) {
            round();
        }

        // Reno with this backing off grows by some 8/15 a round trip; the curve alone would linger below 12.
        assertTrue(window.size() > 12, "" + window.size());
    }

    @Test
    void aWindowThatDidNotComeBackMakesRoomForOthers() {
        window.size(100);
        lose();
        window.size(80);
        lose();

        assertEquals(56, window.size());
        for (int i = 0; i < 20; i++) {
            round();
        }
        // The plateau is at 80 * 0.85 = 68, not at 80, where the window would be at 77 by now.
        assertEquals(68, window.size(), 2);
    }

    @Test
    void slowStartEndsWhenRoundTripsBecomeLonger() {
        control.measured(window, ROUND_TRIP, 0, now);
        window.size(32);
        for (int i = 0; i < 9; i++) {
            now += 3 * MILLISECOND;
            assertEquals(CongestionWindow.UNKNOWN, window.threshold());
            control.measured(window, ROUND_TRIP * 9 / 8 + MILLISECOND, 1, now);
        }

        assertEquals(32, window.threshold());
    }

    @Test
    void slowStartEndsWhenAcknowledgmentsOfARoundComeForHalfARoundTrip() {
        control.measured(window, ROUND_TRIP, 0, now);
        window.size(64);
        for (int i = 0; i < 51; i++) {
            control.measured(window, ROUND_TRIP, 1, now);
            assertEquals(CongestionWindow.UNKNOWN, window.threshold(), "after " + i + " ms");
            now += MILLISECOND;
        }
        control.measured(window, ROUND_TRIP, 1, now);

        assertEquals(64, window.threshold());
    }

    @Test
    void aPauseDoesNotCountAsTimeOnTheCurve() {
        window.size(200);
        lose();
        round();
        int before = window.size();
        now += 20_000 * MILLISECOND;
        control.resumed(20_000 * MILLISECOND, now);
        round();

        assertTrue(window.size() - before < 20, before + " to " + window.size());
    }

    @Test
    void afterATimeOutThePathIsLearntAnew() {
        window.size(100);
        window.threshold(control.thresholdAfterLoss(window));
        control.timedOut();
        window.size(1);
        for (int i = 0; i < 8; i++) {
            round();
        }

        assertTrue(window.size() >= 70, "" + window.size());
    }
}
