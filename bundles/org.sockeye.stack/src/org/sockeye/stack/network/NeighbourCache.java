package org.sockeye.stack.network;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.NdMessage.NeighbourAdvertisement;

/**
 * Who the neighbours on one link are, and whether they still answer (RFC 4861, sections 7.2 and 7.3): asks for an address
 * that is unknown while packets wait, and once in a while asks a neighbour it sends to whether it is still there.
 */
final class NeighbourCache {

    /** How long a neighbour counts as reachable after it answered, in nanoseconds (RFC 4861, section 10). */
    static final long REACHABLE_TIME = 30_000_000_000L;
    /** How long a neighbour that may have gone gets to show itself before it is asked. */
    static final long DELAY_FIRST_PROBE = 5_000_000_000L;
    /** Between two questions. */
    static final long RETRANSMISSION = 1_000_000_000L;
    /** How often to ask; more often than the RFC does, as a lost question costs nobody real time. */
    static final int ATTEMPTS = 6;
    /** How many packets may wait for one neighbour. */
    static final int WAITING = 1000;

    /** What is known of a neighbour (RFC 4861, section 7.3.2). */
    enum State {
        INCOMPLETE, REACHABLE, STALE, DELAY, PROBE
    }

    private final Ipv6Port port;
    private final EventQueue events;
    private final Consumer<Content> unresolved;
    private final Map<Ipv6Address, Neighbour> neighbours = new LinkedHashMap<>();

    private static final class Neighbour {
        private State state = State.INCOMPLETE;
        private @Nullable MacAddress mac;
        private long confirmed;
        private int asked;
        private @Nullable Timer timer;
        private final Queue<Content> waiting = new ArrayDeque<>();
    }

    /** {@code unresolved} gets the packets whose neighbour could not be found. */
    NeighbourCache(Ipv6Port port, EventQueue events, Consumer<Content> unresolved) {
        this.port = port;
        this.events = events;
        this.unresolved = unresolved;
    }

    /** What is known of an address; empty if nothing is. */
    Optional<State> state(Ipv6Address address) {
        Neighbour neighbour = neighbours.get(address);
        if (neighbour != null) {
            age(neighbour);
        }
        return Optional.ofNullable(neighbour).map(known -> known.state);
    }

    private void age(Neighbour neighbour) {
        if (neighbour.state == State.REACHABLE && events.now() - neighbour.confirmed > REACHABLE_TIME) {
            neighbour.state = State.STALE;
        }
    }

    /** Sends a packet to the neighbour with that address; it may have to wait until the neighbour is found. */
    void send(Ipv6Address nextHop, Content packet) {
        Neighbour neighbour = neighbours.computeIfAbsent(nextHop, unknown -> new Neighbour());
        age(neighbour);
        MacAddress mac = neighbour.mac;
        if (mac != null && neighbour.state != State.INCOMPLETE) {
            if (neighbour.state == State.STALE) {
                neighbour.state = State.DELAY;
                restart(neighbour, DELAY_FIRST_PROBE, () -> probe(nextHop, neighbour));
            }
            port.link().send(mac, EthernetFrame.IPV6, packet);
        } else if (neighbour.waiting.size() == WAITING) {
            port.note(packet.frame(), "dropped at " + port.device() + ": " + WAITING
                    + " packets already wait for the MAC address of " + nextHop);
        } else {
            neighbour.waiting.add(packet);
            if (neighbour.timer == null) {
                ask(nextHop, neighbour);
            }
        }
    }

    private void ask(Ipv6Address address, Neighbour neighbour) {
        if (neighbour.asked == ATTEMPTS) {
            giveUp(address, neighbour);
            return;
        }
        neighbour.asked++;
        restart(neighbour, RETRANSMISSION, () -> ask(address, neighbour));
        port.solicit(address, Optional.ofNullable(neighbour.mac));
    }

    private void probe(Ipv6Address address, Neighbour neighbour) {
        neighbour.state = State.PROBE;
        neighbour.asked = 0;
        ask(address, neighbour);
    }

    private void restart(Neighbour neighbour, long delay, Runnable action) {
        stop(neighbour);
        neighbour.timer = events.after(delay, action);
    }

    private static void stop(Neighbour neighbour) {
        if (neighbour.timer != null) {
            neighbour.timer.cancel();
            neighbour.timer = null;
        }
    }

    private void giveUp(Ipv6Address address, Neighbour neighbour) {
        stop(neighbour);
        neighbours.remove(address);
        port.note(0, "nd: nobody answers for " + address + " on " + port.name());
        for (Content packet : neighbour.waiting) {
            unresolved.accept(packet);
        }
    }

    /** A neighbour named its MAC address when it asked for something or advertised itself as a router. */
    void heard(Ipv6Address address, MacAddress mac) {
        Neighbour neighbour = neighbours.computeIfAbsent(address, unknown -> new Neighbour());
        if (!mac.equals(neighbour.mac)) {
            neighbour.mac = mac;
            become(neighbour, State.STALE);
            flush(neighbour, mac);
        }
    }

    /** A neighbour answered, or told everybody (RFC 4861, section 7.2.5). */
    void advertised(NeighbourAdvertisement message) {
        Neighbour neighbour = neighbours.get(message.target());
        if (neighbour == null) {
            return;
        }
        MacAddress told = message.linkAddress(true).orElse(neighbour.mac);
        if (told == null) {
            return;
        }
        boolean other = !told.equals(neighbour.mac);
        if (neighbour.state != State.INCOMPLETE && other && !message.override()) {
            if (neighbour.state == State.REACHABLE) {
                become(neighbour, State.STALE);
            }
            return;
        }
        boolean fresh = neighbour.state == State.INCOMPLETE;
        neighbour.mac = told;
        if (message.solicited()) {
            neighbour.confirmed = events.now();
            become(neighbour, State.REACHABLE);
        } else if (other || fresh) {
            become(neighbour, State.STALE);
        }
        flush(neighbour, told);
    }

    private static void become(Neighbour neighbour, State state) {
        stop(neighbour);
        neighbour.state = state;
        neighbour.asked = 0;
    }

    private void flush(Neighbour neighbour, MacAddress mac) {
        List<Content> waiting = List.copyOf(neighbour.waiting);
        neighbour.waiting.clear();
        waiting.forEach(packet -> port.link().send(mac, EthernetFrame.IPV6, packet));
    }
}
