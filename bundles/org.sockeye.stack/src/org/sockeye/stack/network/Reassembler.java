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
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

/** Puts the fragments of datagrams together again (RFC 791, section 3.2; RFC 1122, section 3.3.2). */
final class Reassembler {

    /** How long the fragments of a datagram wait for one another, in nanoseconds. */
    static final long PATIENCE = 30_000_000_000L;
    /** How many datagrams may be incomplete at a time. */
    static final int INCOMPLETE = 64;

    private static final int LONGEST = 65535 - Ipv4Header.LENGTH;

    private final String device;
    private final EventQueue events;
    private final Trace trace;
    private final Consumer<Content> timeout;
    private final Map<Key, Pieces> incomplete = new LinkedHashMap<>();

    /** What the fragments of one datagram have in common. */
    private record Key(Ipv4Address source, Ipv4Address destination, int protocol, int identification) {

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

        Pieces(Timer patience) {
            this.patience = patience;
        }
    }

    /** {@code timeout} is told of the first fragment of a datagram whose others did not come in time. */
    Reassembler(String device, EventQueue events, Trace trace, Consumer<Content> timeout) {
        this.device = device;
        this.events = events;
        this.trace = trace;
        this.timeout = timeout;
    }

    /** Takes a fragment; gives the payload of the whole datagram if this was the last piece of it. */
    Optional<Content> add(Ipv4Header header, Content datagram) {
        int offset = header.fragmentOffset();
        int length = header.payloadLength();
        Key key = new Key(header.source(), header.destination(), header.protocol(), header.identification());
        if (length == 0 || offset + length > LONGEST || header.moreFragments() && length % 8 != 0) {
            note(datagram.frame(), "malformed fragment of " + key);
            return Optional.empty();
        }
        if (!incomplete.containsKey(key) && incomplete.size() == INCOMPLETE) {
            note(datagram.frame(), INCOMPLETE + " datagrams are incomplete already");
            return Optional.empty();
        }
        Pieces pieces = incomplete.computeIfAbsent(key,
                absent -> new Pieces(events.after(PATIENCE, () -> expire(absent))));
        if (!fits(pieces, offset, length, header.moreFragments())) {
            note(datagram.frame(), "overlapping fragments of " + key);
            forget(key, pieces);
            return Optional.empty();
        }
        if (pieces.payloads.putIfAbsent(offset, datagram.part(header.headerLength(), length)) == null) {
            pieces.collected += length;
        }
        if (offset == 0) {
            pieces.first = datagram;
        }
        if (!header.moreFragments()) {
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
        if (pieces != null) {
            note(pieces.first.frame(), "fragments of " + key + " are missing after " + PATIENCE / 1_000_000_000 + " s");
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
