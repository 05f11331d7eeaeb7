package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.cli.bench.programs.DatagramClient;
import org.sockeye.cli.bench.programs.DatagramServer;

/** Datagrams of 64 bytes a second from one JVM to another, in rounds of 32; and over the kernel's loopback. */
final class ProgramDatagrams implements Benchmark {

    @Override
    public String name() {
        return "programs.udp";
    }

    @Override
    public List<Figure> measure() throws Exception {
        int datagrams = 64_000;
        ProgramPair pair = new ProgramPair(DatagramServer.class, DatagramClient.class, 32_000, datagrams);
        double simulated = datagrams / pair.simulated(0);
        double loopback = datagrams / pair.loopback();
        return List.of(new Figure(name(), simulated, "datagrams/s"),
                new Figure(name() + ".loopback", loopback, "datagrams/s"),
                new Figure(name() + ".ratio", simulated / loopback, "x"));
    }
}
