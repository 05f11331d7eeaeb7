package org.sockeye.programs;

import java.time.Instant;
import java.util.Optional;
import org.sockeye.stack.topology.Topology;

/**
 * What a run is made from, besides its programs.
 *
 * @param topology the network, with its links' loss and delay
 * @param seed for all chance in the run
 * @param pace simulated seconds a real second: 1 is real time, 0.01 slow motion; 0 means as fast as possible
 * @param localhost the host that "localhost" and 127.0.0.1 stand for to programs on other hosts; empty: the host itself
 * @param simulatedLimit the simulated time at which the run is ended, in nanoseconds
 * @param wallLimit the real time after which the run is ended, in nanoseconds; time in the debugger does not count
 * @param start the time of day at simulated time 0, as programs see it
 */
public record RunOptions(Topology topology, long seed, double pace, Optional<String> localhost, long simulatedLimit,
        long wallLimit, Instant start) {

    /** The first instant of 2026 (UTC): always the same, so that what programs print and send repeats. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** A run that starts at {@link #START}. */
    public RunOptions(Topology topology, long seed, double pace, Optional<String> localhost, long simulatedLimit,
            long wallLimit) {
        this(topology, seed, pace, localhost, simulatedLimit, wallLimit, START);
    }

    /** One simulated hour, one real minute. */
    public static RunOptions on(Topology topology) {
        return new RunOptions(topology, 1, 0, Optional.empty(), 3_600_000_000_000L, 60_000_000_000L);
    }
}
