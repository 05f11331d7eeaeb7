package org.sockeye.ui.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TraceListener;
import org.sockeye.stack.trace.TracedFrame;

/** The frames that did not arrive, by link. Safe for any thread. */
public final class Drops implements TraceListener {

    /**
     * What was lost on one link.
     *
     * @param count how many frames
     * @param last the last one's number
     * @param reason why that did not arrive, in words
     */
    public record Loss(int count, int last, String reason) {
    }

    private record Ends(String first, String second) {

        static Ends of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Ends(one, other) : new Ends(other, one);
        }
    }

    private final Map<Ends, Loss> losses = new LinkedHashMap<>();

    void follow(Trace trace) {
        trace.frames().forEach(this::frame);
        trace.addListener(this);
    }

    @Override
    public synchronized void frame(TracedFrame frame) {
        String reason = frame.dropped();
        if (reason != null) {
            losses.merge(Ends.of(frame.from().device(), frame.to().device()), new Loss(1, frame.number(), reason),
                    (before, now) -> new Loss(before.count() + 1, now.last(), now.reason()));
        }
    }

    /** What was lost between two devices, in either direction. */
    public synchronized Optional<Loss> between(String one, String other) {
        return Optional.ofNullable(losses.get(Ends.of(one, other)));
    }
}
