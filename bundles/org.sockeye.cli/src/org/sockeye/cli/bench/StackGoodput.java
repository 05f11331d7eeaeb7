package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;

/**
 * Bits of payload that a program on one simulated host gets from one on another in a second of real time: a TCP connection
 * in bulk over switch, router and switch, on links without a limit, every checksum computed and verified, everything traced.
 */
final class StackGoodput implements Benchmark {

    @Override
    public String name() {
        return "stack.goodput";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        Bulk.Rate rate = new Bulk(0).measure();
        return List.of(new Figure(name(), rate.bytes() * 8 / 1e6, "Mbit/s"));
    }
}
