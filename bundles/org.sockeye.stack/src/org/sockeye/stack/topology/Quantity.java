package org.sockeye.stack.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as topology files write them. */
final class Quantity {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(\\D*)");
    private static final Map<String, Long> TIMES = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s",
            1_000_000_000L);
    private static final Map<String, Long> RATES = Map.of("bit/s", 1L, "kbit/s", 1_000L, "mbit/s", 1_000_000L, "gbit/s",
            1_000_000_000L);

    private static final Map<String, Integer> LENGTHS = Map.of("m", 1, "km", 1000);
    private static final Pattern SMALL = Pattern.compile("\\d(?:\\.\\d{1,9})?[eE]-[1-9]\\d?");

    private Quantity() {
    }

    /** A time in nanoseconds; "10 ms" or "1.5s". */
    static long time(String text) {
        return of(text, TIMES, "a time; write it like 10 ms, 50 us or 1 s");
    }

    /** A rate in bits a second; "100 Mbit/s", or "unlimited", which is 0. */
    static long rate(String text) {
        if (text.equals("unlimited")) {
            return 0;
        }
        long rate = of(text, RATES, "a rate; write it like 100 Mbit/s, 64 kbit/s or unlimited");
        if (rate == 0) {
            throw new IllegalArgumentException("'" + text
                    + "' would carry nothing; write at least 1 bit/s, or loss: 100% for a link that is cut");
        }
        return rate;
    }

    /** A length in metres; "100 m" or "2.5 km". */
    static double length(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        Integer unit = matcher.matches() ? LENGTHS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'" + text + "' is not a length; write it like 100 m or 2.5 km");
        }
        return Double.parseDouble(matcher.group(1)) * unit;
    }

    /** A number without a unit; {@code what} is counted. */
    static double number(String text, String what) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches() || !matcher.group(2).isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is not a number of " + what + "; write it like 2.5");
        }
        return Double.parseDouble(matcher.group(1));
    }

    /** A chance between 0 and 1; "5%", "0.05" or "1e-6". */
    static double chance(String text) {
        if (SMALL.matcher(text.strip()).matches()) {
            return Double.parseDouble(text.strip());
        }
        Matcher matcher = NUMBER.matcher(text.strip());
        if (matcher.matches() && (matcher.group(2).isEmpty() || matcher.group(2).equals("%"))) {
            double chance = Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
            if (chance <= 1) {
                return chance;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a chance; write it like 5% or 0.05, at most 100%");
    }

    /** A whole number from 0 up; {@code what} is counted. */
    static int count(String text, String what) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number of " + what + "; write it like 100");
        }
        return Integer.parseInt(text);
    }

    private static long of(String text, Map<String, Long> units, String what) {
        Matcher matcher = NUMBER.matcher(text.strip());
        Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'" + text + "' is not " + what);
        }
        BigDecimal value = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        if (value.compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is too much; write less");
        }
        return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
