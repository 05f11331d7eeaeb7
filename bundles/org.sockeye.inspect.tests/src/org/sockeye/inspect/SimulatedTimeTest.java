package org.sockeye.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedTimeTest {

    @ParameterizedTest
    @CsvSource({ "0, +0.000 ms", "999, +0.000 ms", "1000, +0.001 ms", "12304000, +12.304 ms",
            "999999999, +999.999 ms", "1000000000, +1.000000 s", "61012304999, +61.012304 s",
            "9223372036854775807, +9223372036.854775 s" })
    void timeHasItsZeroAndItsUnit(long nanoseconds, String text) {
        assertEquals(text, SimulatedTime.text(nanoseconds));
    }
}
