package org.sockeye.cli.bench;

import java.util.List;

/** Something that is measured. */
public interface Benchmark {

    /** Such as "stack.hops". */
    String name();

    /** Measures; takes some seconds. */
    List<Figure> measure() throws Exception;

    /** All there are, in the order in which they are run. */
    static List<Benchmark> all() {
        return List.of(new StackHops(), new StackGoodput(), new StackEvents(), new StackHosts(),
                new StackConnections(), new TraceMemory(), new TraceFilter(), new TraceOpen(),
                new EchoRoundTrip(), new ProgramBulk(), new ProgramConnect(), new ProgramDatagrams(),
                new ProgramStartup(),
                new ProgramSockets(), new GradeLab());
    }

    /**
     * One measured figure.
     *
     * @param name the benchmark's name, or that name with what is compared behind it
     * @param value what was measured
     * @param unit such as "packets/s"
     */
    record Figure(String name, double value, String unit) {
    }
}
