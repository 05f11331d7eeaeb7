package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final long MILLISECOND = 1_000_000;

    private final RoundTrip roundTrip = new RoundTrip();

    @Test
    void withoutAMeasureTheTimeOutIsASecond() {
        assertEquals(1000 * MILLISECOND, roundTrip.timeout());
    }

    @Test
    void theFirstMeasureCountsWholeAndHalfOfItAsVariance() {
        roundTrip.measured(400 * MILLISECOND);

        assertEquals((400 + 4 * 200) * MILLISECOND, roundTrip.timeout());
    }

    @Test
    void laterMeasuresCountAnEighthAndAQuarter() {
        roundTrip.measured(400 * MILLISECOND);
        roundTrip.measured(800 * MILLISECOND);

        // Variance first, against the old mean: 200 + (400 - 200) / 4 = 250. Mean: 400 + 400 / 8 = 450.
        assertEquals((450 + 4 * 250) * MILLISECOND, roundTrip.timeout());
    }

    @Test
    void theVarianceCountsAtLeast200Milliseconds() {
        for (int i = 0; i < 100; i++) {
            roundTrip.measured(13 * MILLISECOND);
        }

        assertEquals(213 * MILLISECOND, roundTrip.timeout());
    }

    @Test
    void theTimeOutDoublesUpToTwoMinutesAndIsAsBeforeAfterTheNextMeasure() {
        roundTrip.measured(10 * MILLISECOND);
        roundTrip.backOff();
        assertEquals(420 * MILLISECOND, roundTrip.timeout());
        for (int i = 0; i < 20; i++) {
            roundTrip.backOff();
        }
        assertEquals(120_000 * MILLISECOND, roundTrip.timeout());
        roundTrip.measured(10 * MILLISECOND);
        assertEquals(210 * MILLISECOND, roundTrip.timeout());
    }
}
