package org.sockeye.stack.network;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;

/** The echo requests of a device that are on their way, by the identifiers that tell their replies apart. */
final class Pings {

    private static final byte[] DATA = "abcdefghijklmnopqrstuvwxyz012345".getBytes(StandardCharsets.US_ASCII);

    private final EventQueue events;
    private final Map<Integer, Ping> waiting = new LinkedHashMap<>();
    private int begun;

    private record Ping(Timer timeout, Consumer<Boolean> answer) {
    }

    Pings(EventQueue events) {
        this.events = events;
    }

    /** What a request has to say, and its reply to repeat. */
    static byte[] data() {
        return DATA.clone();
    }

    /** The identifier of one more; {@code answer} gets true if it is answered within {@code timeout} nanoseconds. */
    int begin(long timeout, Consumer<Boolean> answer) {
        int identifier = ++begun & 0xffff;
        waiting.put(identifier, new Ping(events.after(timeout, () -> end(identifier, false)), answer));
        return identifier;
    }

    /** The reply came, or will not come any more. */
    void end(int identifier, boolean reached) {
        Ping ping = waiting.remove(identifier);
        if (ping != null) {
            ping.timeout.cancel();
            ping.answer.accept(reached);
        }
    }
}
