package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.cli.bench.programs.KeepingClient;
import org.sockeye.cli.bench.programs.KeepingServer;

/** 5,000 connections open at once in each of two programs: real time for each of them; and over the kernel's loopback. */
final class ProgramSockets implements Benchmark {

    @Override
    public String name() {
        return "programs.sockets";
    }

    @Override
    public List<Figure> measure() throws Exception {
        int sockets = 5_000;
        ProgramPair pair = new ProgramPair(KeepingServer.class, KeepingClient.class, 0, sockets);
        double simulated = pair.simulated(100_000_000) * 1e6 / sockets;
        double loopback = pair.loopback() * 1e6 / sockets;
        return List.of(new Figure(name(), simulated, "µs/socket"),
                new Figure(name() + ".loopback", loopback, "µs/socket"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }
}
