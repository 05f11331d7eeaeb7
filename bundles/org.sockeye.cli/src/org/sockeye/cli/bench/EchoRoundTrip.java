package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.cli.bench.programs.EchoClient;
import org.sockeye.cli.bench.programs.EchoServer;

/** Round trips of 64 bytes between two JVMs: over the simulated network, and over the kernel's loopback beside it. */
final class EchoRoundTrip implements Benchmark {

    @Override
    public String name() {
        return "programs.echo-rtt";
    }

    @Override
    public List<Figure> measure() throws Exception {
        int times = 5_000;
        ProgramPair pair = new ProgramPair(EchoServer.class, EchoClient.class, 3_000, times);
        double simulated = pair.simulated(100_000_000) * 1e6 / times;
        double loopback = pair.loopback() * 1e6 / times;
        return List.of(new Figure(name(), simulated, "µs"), new Figure(name() + ".loopback", loopback, "µs"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }
}
