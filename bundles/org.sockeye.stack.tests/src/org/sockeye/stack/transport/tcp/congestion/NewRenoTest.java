package org.sockeye.stack.transport.tcp.congestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NewRenoTest {

    private final CongestionControl control = new NewReno();

    @Test
    void itStartsWithTenSegments() {
        assertEquals(10, control.window());
    }

    @Test
    void inSlowStartEachAcknowledgedSegmentLetsOneMoreGo() {
        control.acknowledged(2, 10);
        control.acknowledged(8, 8);

        assertEquals(20, control.window());
    }

    @Test
    void aLossHalvesAndThenTheWindowGrowsByOneARoundTrip() {
        control.lost(20);
        control.recovered();
        assertEquals(10, control.window());
        assertEquals(10, control.slowStartThreshold());
        for (int i = 0; i < 5; i++) {
            control.acknowledged(2, 10);
        }
        assertEquals(11, control.window());
        for (int i = 0; i < 5; i++) {
            control.acknowledged(2, 11);
        }
        assertEquals(11, control.window());
        control.acknowledged(1, 11);
        assertEquals(12, control.window());
    }

    @Test
    void slowStartEndsExactlyAtTheThreshold() {
        control.timedOut(8, false);
        control.acknowledged(1, 1);
        control.acknowledged(2, 2);
        assertEquals(4, control.window());
        control.acknowledged(3, 4);
        assertEquals(4, control.window());
        control.acknowledged(1, 4);
        assertEquals(5, control.window());
    }

    @Test
    void aTimeOutBeginsAnewWithOneSegmentAndHalvesOnce() {
        control.timedOut(10, false);
        assertEquals(1, control.window());
        assertEquals(5, control.slowStartThreshold());
        control.timedOut(10, true);
        assertEquals(5, control.slowStartThreshold());
        control.timedOut(1, false);
        assertEquals(2, control.slowStartThreshold());
    }

    @Test
    void aWindowThatIsNotUsedDoesNotGrow() {
        control.acknowledged(1, 1);
        assertEquals(10, control.window());
        control.lost(20);
        control.recovered();
        for (int i = 0; i < 50; i++) {
            control.acknowledged(1, 2);
        }
        assertEquals(10, control.window());
    }

    @Test
    void afterAPauseItStartsWithTenAtMost() {
        control.acknowledged(10, 10);
        control.idle();
        assertEquals(10, control.window());
        control.timedOut(10, false);
        control.idle();
        assertEquals(1, control.window());
    }
}
