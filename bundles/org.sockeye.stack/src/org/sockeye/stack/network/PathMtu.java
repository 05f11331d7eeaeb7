package org.sockeye.stack.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.wire.IpAddress;

/** What routers have said of the largest datagram that reaches a destination whole (RFC 1191, section 3). */
final class PathMtu {

    /** What was said is forgotten after ten minutes, as the path may have changed (RFC 1191, section 6.3). */
    private static final long LIFETIME = 600_000_000_000L;
    /** What a router may have meant that does not say how much it takes (RFC 1191, section 7.1). */
    private static final int[] PLATEAUS = { 32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296, 68 };
    /** For less than this a sender lets its datagrams be cut instead, as Linux does. */
    private static final int LEAST = 552;

    private final EventQueue events;
    private final Map<IpAddress, Told> told = new LinkedHashMap<>();

    private record Told(int mtu, long time) {
    }

    PathMtu(EventQueue events) {
        this.events = events;
    }

    /**
     * A router could not pass on a datagram.
     *
     * @param mtu what its next link takes, in bytes; 0 if it did not say
     * @param length of the datagram that it could not pass on
     */
    void tooBig(IpAddress destination, int mtu, int length) {
        int taken = mtu > 0 && mtu < length ? mtu : plateauBelow(length);
        told.put(destination, new Told(taken, events.now()));
    }

    private static int plateauBelow(int length) {
        for (int plateau : PLATEAUS) {
            if (plateau < length) {
                return plateau;
            }
        }
        return PLATEAUS[PLATEAUS.length - 1];
    }

    /** The largest datagram for {@code destination}, at most {@code link} bytes. */
    int to(IpAddress destination, int link) {
        return Math.min(link, Math.max(LEAST, known(destination)));
    }

    /** True if datagrams for {@code destination} must be cut on their way. */
    boolean isHopeless(IpAddress destination) {
        return known(destination) < LEAST;
    }

    private int known(IpAddress destination) {
        Told last = told.isEmpty() ? null : told.get(destination);
        if (last != null && events.now() - last.time > LIFETIME) {
            told.remove(destination);
            return Integer.MAX_VALUE;
        }
        return last == null ? Integer.MAX_VALUE : last.mtu;
    }
}
