package org.sockeye.drill.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;

/** close, which with SO_LINGER waits until the peer has acknowledged all, FIN included, but only so long. */
final class Closing implements Attempt {

    private static final long SECOND = 1_000_000_000L;
    private static final Set<String> UNACKNOWLEDGED = Set.of("FIN-WAIT-1", "CLOSING", "LAST-ACK");

    private final Program program;
    private final long number;
    private @Nullable StreamSocket lingering;
    private long deadline = Long.MAX_VALUE;

    Closing(Program program, long number) {
        this.program = program;
        this.number = number;
    }

    @Override
    public @Nullable Result now() {
        StreamSocket stream = lingering;
        if (stream == null) {
            Descriptor removed = program.descriptors().remove(number);
            if (removed == null) {
                return Result.error("EBADF");
            }
            stream = removed instanceof Descriptor.Open open ? closed(open) : null;
            if (stream == null) {
                return Result.ZERO;
            }
            lingering = stream;
            deadline = program.bed().events().now() + Math.max(0, stream.get(SocketOption.LINGER)) * SECOND;
        }
        boolean done = !UNACKNOWLEDGED.contains(stream.state());
        return done || program.bed().events().now() >= deadline ? Result.ZERO : null;
    }

    private static @Nullable StreamSocket closed(Descriptor.Open open) {
        open.socket().close();
        return open.stream();
    }

    @Override
    public long deadline() {
        return deadline;
    }
}
