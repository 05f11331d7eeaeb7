package org.sockeye.stack.physical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/**
 * A radio channel that several antennas share: all hear all, without delay, as 30 m are 0.1 µs away. A frame can be read
 * if it has the channel for itself; those that overlap are all lost. What else happens to a frame is a matter of the
 * {@linkplain RadioLink link} between its two antennas.
 */
public final class Radio {

    private final EventQueue events;
    private final Trace trace;
    private final Randomness randomness;
    private final List<Antenna> antennas = new ArrayList<>();
    private final Map<LinkEnd, Map<LinkEnd, RadioLink>> links = new LinkedHashMap<>();
    private final List<Transmission> onAir = new ArrayList<>();
    private long idleSince;

    public Radio(EventQueue events, Trace trace, Randomness randomness) {
        this.events = events;
        this.trace = trace;
        this.randomness = randomness;
    }

    /** Adds an antenna. */
    public Antenna antenna(LinkEnd end, RadioListener listener) {
        Antenna antenna = new Antenna(end, this, listener);
        antennas.add(antenna);
        return antenna;
    }

    /** Gives a pair of antennas conditions of its own; between others nothing goes wrong. */
    public RadioLink link(String name, LinkEnd a, LinkEnd b, LinkConditions conditions) {
        RadioLink link = new RadioLink(name, a, b, conditions, this, randomness);
        links.computeIfAbsent(a, end -> new LinkedHashMap<>()).put(b, link);
        links.computeIfAbsent(b, end -> new LinkedHashMap<>()).put(a, link);
        return link;
    }

    boolean isBusy() {
        return !onAir.isEmpty();
    }

    long idleSince() {
        return idleSince;
    }

    /** The antenna at {@code end}; null if none is there. */
    @Nullable
    Antenna at(LinkEnd end) {
        for (Antenna antenna : antennas) {
            if (antenna.end().equals(end)) {
                return antenna;
            }
        }
        return null;
    }

    @Nullable
    RadioLink between(LinkEnd from, LinkEnd to) {
        return links.getOrDefault(from, Map.of()).get(to);
    }

    /**
     * Puts a frame on the air.
     *
     * @param to for whom it is, null for all
     * @param time how long that takes, in nanoseconds
     */
    void transmit(Antenna from, @Nullable LinkEnd to, Content frame, long time) {
        boolean wasBusy = isBusy();
        Transmission sent = new Transmission(from, to, frame, events.now(), time);
        onAir.forEach(other -> other.collide(sent));
        onAir.add(sent);
        if (!wasBusy) {
            antennas.stream().filter(antenna -> antenna != from).forEach(antenna -> antenna.listener().busy());
        }
        // Others may begin at this very instant, too: what becomes of the frame is known only after them.
        events.at(sent.start, () -> begin(sent));
        events.at(sent.start + time, () -> end(sent));
    }

    private void begin(Transmission sent) {
        for (Antenna antenna : antennas) {
            if (antenna != sent.from && (sent.to == null || sent.to.equals(antenna.end()))) {
                begin(sent, antenna);
            }
        }
    }

    private void begin(Transmission sent, Antenna to) {
        LinkEnd from = sent.from.end();
        long end = sent.start + sent.time;
        RadioLink link = between(from, to.end());
        String lost = null;
        Content frame = sent.frame;
        if (!sent.others.isEmpty()) {
            lost = sent.collision();
        } else if (link != null && link.way(from).lose(frame)) {
            lost = "lost on link " + link.name();
        } else if (link != null) {
            frame = link.way(from).corrupt(frame);
        }
        int number = trace.sent(sent.start, end, from, to.end(), frame, lost).number();
        sent.from.sentAs(number);
        if (lost == null) {
            sent.arrivals.put(to, frame.arrivedIn(number));
        }
    }

    private void end(Transmission sent) {
        onAir.remove(sent);
        if (onAir.isEmpty()) {
            idleSince = events.now();
        }
        for (Antenna antenna : antennas) {
            Content arrival = sent.arrivals.get(antenna);
            if (!sent.others.isEmpty()) {
                if (arrival != null) {
                    trace.note(events.now(), antenna.end().device(), arrival.frame(), sent.collision());
                }
            } else if (arrival != null) {
                antenna.listener().receive(arrival);
            } else if (sent.to != null && !sent.to.equals(antenna.end()) && antenna != sent.from) {
                antenna.listener().overhear(sent.frame);
            }
        }
        if (onAir.isEmpty()) {
            antennas.forEach(antenna -> antenna.listener().idle());
        }
    }

    /** A frame while it is on the air. */
    private static final class Transmission {

        private final Antenna from;
        private final @Nullable LinkEnd to;
        private final Content frame;
        private final long start;
        private final long time;
        private final Map<Antenna, Content> arrivals = new LinkedHashMap<>();
        private final List<String> others = new ArrayList<>();

        Transmission(Antenna from, @Nullable LinkEnd to, Content frame, long start, long time) {
            this.from = from;
            this.to = to;
            this.frame = frame;
            this.start = start;
            this.time = time;
        }

        void collide(Transmission other) {
            others.add(other.from.end().device());
            other.others.add(from.end().device());
        }

        String collision() {
            return others.stream().distinct().collect(Collectors.joining(" and ", "collided with a frame of ", ""));
        }
    }
}
