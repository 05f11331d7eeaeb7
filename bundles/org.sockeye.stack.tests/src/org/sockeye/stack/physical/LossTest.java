package org.sockeye.stack.physical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;

/** How many frames are lost, and how many in a row, against what theory says of 1,000,000 frames. */
class LossTest {

    private static final int FRAMES = 1_000_000;
    private static final Content FRAME = Content.of(new byte[64]);

    private static List<Boolean> lost(Loss loss) {
        Faults faults = new Faults("a", LinkConditions.GOOD.withLoss(loss), new Randomness(7));
        List<Boolean> lost = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            lost.add(faults.lose(FRAME));
        }
        return lost;
    }

    private static double share(List<Boolean> lost) {
        return lost.stream().filter(each -> each).count() / (double) FRAMES;
    }

    /** How many frames are lost in a row, on average. */
    private static double run(List<Boolean> lost) {
        int runs = 0;
        int losses = 0;
        boolean before = false;
        for (boolean each : lost) {
            runs += each && !before ? 1 : 0;
            losses += each ? 1 : 0;
            before = each;
        }
        return losses / (double) runs;
    }

    @Test
    void randomLossesComeInRunsAsShortAsChanceMakesThem() {
        List<Boolean> lost = lost(Loss.random(0.2));
        assertEquals(0.2, share(lost), 0.005);
        assertEquals(1 / 0.8, run(lost), 0.02);
    }

    @ParameterizedTest
    @CsvSource({ "0.05, 4", "0.01, 10", "0.3, 2.5", "0.5, 1" })
    void burstsLoseTheShareTheyShouldInRunsOfTheLengthTheyShould(double mean, double length) {
        Loss loss = Loss.bursts(mean, length);
        assertEquals(mean, loss.mean(), 1e-9);
        assertEquals(length, loss.burstLength(), 1e-9);
        List<Boolean> lost = lost(loss);
        double bursts = mean * FRAMES / length;
        double tolerance = 4 * Math.sqrt(2 / bursts);
        assertEquals(mean, share(lost), mean * tolerance, "four standard deviations of so many bursts");
        assertEquals(length, run(lost), length * tolerance);
    }

    @Test
    void someFramesGetThroughABadTimeAndSomeAreLostInAGoodOne() {
        Loss loss = new Loss(0.02, 0.1, 0.01, 0.7);
        assertEquals((0.02 * 0.7 + 0.1 * 0.01) / 0.12, loss.mean(), 1e-12);
        assertEquals(loss.mean(), share(lost(loss)), 0.005);
    }

    @Test
    void aBadTimeThatNeverEndsLosesAsOftenAsItSays() {
        Loss loss = new Loss(1, 0, 0, 0.25);
        assertEquals(0.25, loss.mean());
        assertEquals(0.25, share(lost(loss)), 0.005);
    }

    @Test
    void burstsThatCannotBeAreRefusedWithARemedy() {
        var tooShort = assertThrows(IllegalArgumentException.class, () -> Loss.bursts(0.9, 1.5));
        assertTrue(String.valueOf(tooShort.getMessage()).endsWith("make them longer"), tooShort.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Loss.bursts(1, 5));
        assertThrows(IllegalArgumentException.class, () -> Loss.bursts(0.1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Loss(0.1, 2, 0, 1));
    }
}
