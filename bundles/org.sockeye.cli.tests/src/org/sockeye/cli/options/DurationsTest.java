package org.sockeye.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({ "20ms,20000000", "1.5s,1500000000", "3ns,3", "2min,120000000000", "1h,3600000000000", "0.5us,500" })
    void areReadAsNanoseconds(String text, long nanoseconds) {
        assertEquals(nanoseconds, new Durations().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "20", "ms", "-1s", "1e9s", "0.5ns", "999999999h" })
    void othersAreRefused(String text) {
        assertThrows(TypeConversionException.class, () -> new Durations().convert(text));
    }
}
