package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;

/** Puts the fragments of datagrams together again (RFC 791, section 3.2; RFC 1122, section 3.3.2). */
final class Reassembler {

    /** How long the fragments of a datagram of IPv4 wait for one another, in nanoseconds. */
    static final long PATIENCE = 30_000_000_000L;
    /** How many datagrams may be incomplete at a time. */
    static final int INCOMPLETE = 64;

    private static final int LONGEST = 65535;

    private final String device;
    private final EventQueue events;
    private final Trace trace;
    private final long patience;
    private final int longest;
    private final Consumer<Content> timeout;
    private final Map<Key, Pieces> incomplete = new LinkedHashMap<>();

    /** What the fragments of one datagram have in common. */
    record Key(IpAddress source, IpAddress destination, int protocol, int identification) {

        @Override
        public String toString() {
            return String.format("datagram 0x%04x from %s", identification, source);
        }
    }

    /** The fragments of one datagram, payload by offset. */
    private static final class Pieces {
        private final TreeMap<Integer, Content> payloads = new TreeMap<>();
        private final Timer patience;
        private Content first = Content.of(new byte[0]);
        private int collected;
        private int total = -1;
        private boolean broken;

        Pieces(Timer patience) {
            this.patience = patience;
        }

        /** None of a datagram with overlapping fragments is used, nor what still arrives of it (RFC 5722, section 4). */
        void spoil() {
            broken = true;
            payloads.clear();
        }
    }

    /** {@code timeout} is told of the first fragment of a datagram whose others did not come in time. */
    Reassembler(String device, EventQueue events, Trace trace, Consumer<Content> timeout) {
        this(device, events, trace, PATIENCE, LONGEST - Ipv4Header.LENGTH, timeout);
    }

    private Reassembler(String device, EventQueue events, Trace trace, long patience, int longest,
            Consumer<Content> timeout) {
        this.patience = patience;
        this.longest = longest;
        this.device = device;
        this.events = events;
        this.trace = trace;
        this.timeout = timeout;
    }

    /** The same for packets of IPv6, whose header does not count, with a {@code patience} in nanoseconds. */
    static Reassembler ofIpv6(String device, EventQueue events, Trace trace, long patience,
            Consumer<Content> timeout) {
        return new Reassembler(device, events, trace, patience, LONGEST, timeout);
    }

    /** Takes a fragment; gives the payload of the whole datagram if this was the last piece of it. */
    Optional<Content> add(Ipv4Header header, Content datagram) {
        Key key = new Key(header.source(), header.destination(), header.protocol(), header.identification());
        return add(key, header.fragmentOffset(), header.moreFragments(),
                datagram.part(header.headerLength(), header.payloadLength()), datagram);
    }

    /**
     * The same for what a fragment of either version of IP says.
     *
     * @param offset where {@code payload} stands in that of the whole datagram
     * @param more true unless it is the last
     * @param datagram what the fragment arrived as
     */
    Optional<Content> add(Key key, int offset, boolean more, Content payload, Content datagram) {
        int length = payload.bytes().length;
        if (length == 0 || offset + length > longest || more && length % 8 != 0) {
            note(datagram.frame(), "malformed fragment of " + key);
            return Optional.empty();
        }
        if (!incomplete.containsKey(key) && incomplete.size() == INCOMPLETE) {
            note(datagram.frame(), INCOMPLETE + " datagrams are incomplete already");
            return Optional.empty();
        }
        Pieces pieces = incomplete.computeIfAbsent(key,
                absent -> new Pieces(events.after(patience, () -> expire(absent))));
        if (pieces.broken || !fits(pieces, offset, length, more)) {
            note(datagram.frame(), "overlapping fragments of " + key);
            pieces.spoil();
            return Optional.empty();
        }
        if (pieces.payloads.putIfAbsent(offset, payload) == null) {
            pieces.collected += length;
        }
        if (offset == 0) {
            pieces.first = datagram;
        }
        if (!more) {
            pieces.total = offset + length;
        }
        if (pieces.collected != pieces.total) {
            return Optional.empty();
        }
        forget(key, pieces);
        return Optional.of(whole(pieces, datagram.frame()));
    }

    /** A repeated fragment fits; one that overlaps others is an accident or an attack (RFC 5722 has the reasons). */
    private static boolean fits(Pieces pieces, int offset, int length, boolean more) {
        Content same = pieces.payloads.get(offset);
        if (same != null) {
            return same.bytes().length == length && (more || pieces.total == offset + length);
        }
        Map.Entry<Integer, Content> before = pieces.payloads.lowerEntry(offset);
        Integer after = pieces.payloads.higherKey(offset);
        boolean overlaps = before != null && before.getKey() + before.getValue().bytes().length > offset
                || after != null && offset + length > after;
        boolean beyondEnd = pieces.total >= 0 && (!more || offset + length > pieces.total);
        boolean endTooEarly = !more && after != null;
        return !overlaps && !beyondEnd && !endTooEarly;
    }

    private static Content whole(Pieces pieces, int frame) {
        byte[] bytes = new byte[pieces.total];
        List<MessageSlice> messages = new ArrayList<>();
        pieces.payloads.forEach((offset, piece) -> {
            System.arraycopy(piece.bytes(), 0, bytes, offset, piece.bytes().length);
            piece.messages().forEach(slice -> messages.add(slice.behind(offset)));
        });
        return new Content(bytes, messages, frame);
    }

    private void expire(Key key) {
        Pieces pieces = incomplete.remove(key);
        if (pieces != null && !pieces.broken) {
            note(pieces.first.frame(), "fragments of " + key + " are missing after " + patience / 1_000_000_000 + " s");
            if (pieces.payloads.containsKey(0)) {
                timeout.accept(pieces.first);
            }
        }
    }

    private void forget(Key key, Pieces pieces) {
        pieces.patience.cancel();
        incomplete.remove(key);
    }

    private void note(int frame, String what) {
        trace.note(events.now(), device, frame, "dropped at " + device + ": " + what);
    }
}
