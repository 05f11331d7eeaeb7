package org.sockeye.labs.format;

import java.time.Duration;

/**
 * How long one check may take.
 *
 * @param simulated on the simulated clock
 * @param real on the wall clock: what ends a program that computes for ever
 */
public record Limits(Duration simulated, Duration real) {

    /** Far more than any correct program needs. */
    public static final Limits DEFAULT = new Limits(Duration.ofMinutes(30), Duration.ofSeconds(20));
}
