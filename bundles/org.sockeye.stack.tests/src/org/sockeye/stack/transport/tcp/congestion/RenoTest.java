package org.sockeye.stack.transport.tcp.congestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RenoTest {

    private final CongestionWindow window = new CongestionWindow(10);
    private final CongestionControl control = new Reno();

    @Test
    void inSlowStartEachAcknowledgedSegmentLetsOneMoreGo() {
        control.acknowledged(window, 2, 0);
        control.acknowledged(window, 8, 0);

        assertEquals(20, window.size());
    }

    @Test
    void aLossHalvesAndThenTheWindowGrowsByOneARoundTrip() {
        window.size(20);
        window.threshold(control.thresholdAfterLoss(window));
        window.size(window.threshold());
        assertEquals(10, window.size());
        for (int i = 0; i < 5; i++) {
            control.acknowledged(window, 2, 0);
        }
        assertEquals(11, window.size());
        for (int i = 0; i < 5; i++) {
            control.acknowledged(window, 2, 0);
        }
        assertEquals(11, window.size());
        control.acknowledged(window, 1, 0);
        assertEquals(12, window.size());
    }

    @Test
    void slowStartEndsExactlyAtTheThreshold() {
        window.size(1);
        window.threshold(4);
        control.acknowledged(window, 1, 0);
        control.acknowledged(window, 2, 0);
        assertEquals(4, window.size());
        control.acknowledged(window, 3, 0);
        assertEquals(4, window.size());
        control.acknowledged(window, 1, 0);
        assertEquals(5, window.size());
    }

    @Test
    void theThresholdIsTwoAtLeast() {
        window.size(1);

        assertEquals(2, control.thresholdAfterLoss(window));
    }
}
