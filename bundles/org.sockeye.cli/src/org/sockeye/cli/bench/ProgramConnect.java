package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.cli.bench.programs.ConnectClient;
import org.sockeye.cli.bench.programs.SinkServer;

/** How many connections a second two JVMs can open, accept and close, one after the other; and over the kernel's loopback. */
final class ProgramConnect implements Benchmark {

    @Override
    public String name() {
        return "programs.connect";
    }

    @Override
    public List<Figure> measure() throws Exception {
        int times = 1_000;
        ProgramPair pair = new ProgramPair(SinkServer.class, ConnectClient.class, 1_000, times);
        double simulated = times / pair.simulated(100_000_000);
        double loopback = times / pair.loopback();
        return List.of(new Figure(name(), simulated, "connections/s"),
                new Figure(name() + ".loopback", loopback, "connections/s"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }
}
