package org.sockeye.cli.bench;

import java.util.List;
import org.sockeye.stack.socket.SocketError;

/**
 * Frames a second of real time, each counted at every hop: one TCP connection in bulk from client over switch, router and
 * switch to server, on gigabit links, every checksum computed and verified, everything traced.
 */
final class StackHops implements Benchmark {

    private static final long GIGABIT = 1_000_000_000;

    @Override
    public String name() {
        return "stack.hops";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        Bulk.Rate rate = new Bulk(GIGABIT).measure();
        return List.of(new Figure(name(), rate.frames(), "hop-packets/s"));
    }
}
