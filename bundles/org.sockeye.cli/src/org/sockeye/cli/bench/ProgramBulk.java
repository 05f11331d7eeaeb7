package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.cli.bench.programs.BulkClient;
import org.sockeye.cli.bench.programs.SinkServer;

/** A transfer in bulk from one JVM to another over the five layers, everything traced; and over the kernel's loopback. */
final class ProgramBulk implements Benchmark {

    @Override
    public String name() {
        return "programs.bulk";
    }

    @Override
    public List<Figure> measure() throws Exception {
        int megabytes = 100;
        ProgramPair pair = new ProgramPair(SinkServer.class, BulkClient.class, 100, megabytes);
        double simulated = megabytes * 8 / pair.simulated(0);
        double loopback = megabytes * 8 / pair.loopback();
        return List.of(new Figure(name(), simulated, "Mbit/s"), new Figure(name() + ".loopback", loopback, "Mbit/s"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }
}
