package org.sockeye.stack.trace;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.tape.Shelf;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeIndex;
import org.sockeye.stack.trace.tape.TapeReader;

/**
 * The frames of a run on tape. Of a packet's later hops only what differs from its first one is written, of a first hop
 * what differs from an earlier frame the same way, and the bytes of messages stand on a tape of their own, once.
 */
final class FrameTape extends AbstractList<TracedFrame> implements RandomAccess {

    /** What a frame's record begins with; the other kinds are events. */
    static final int FRAME = 7;

    private static final int HOP = 8;
    private static final int BASED = 16;
    private static final int DROPPED = 32;
    private static final int SAME_MESSAGES = 64;

    private static final byte[] NOTHING = {};
    /** Shorter parts of messages are not worth a reference. */
    private static final int WORTHWHILE = 16;
    /** How much of a frame's beginning others are compared with. */
    private static final int HEADERS = 160;
    /** How many frames later none is compared any more, so that what belongs together is near on the tape. */
    private static final int FAR = 20_000;

    private final Tape tape;
    private final TapeIndex index;
    private final MessageTable messages;
    private final Payloads payloads;
    private final Directions directions = new Directions();
    private final List<@Nullable Kept> patterns = new ArrayList<>();
    private final Texts reasons = new Texts();
    private final KeptFrames reread = new KeptFrames(1 << 8);

    /** No frames yet; they will stand on {@code tape} among other things. */
    FrameTape(Tape tape, Shelf shelf, MessageTable messages) {
        this.tape = tape;
        this.index = new TapeIndex(shelf);
        this.messages = messages;
        this.payloads = new Payloads(shelf);
    }

    /** Records a frame, with the next number. */
    TracedFrame record(long sent, long arrived, Direction direction, Content content, @Nullable String dropped) {
        int number = size() + 1;
        Kept packet = content.frame() == 0 ? null : packetOf(content);
        Kept pattern = packet == null ? pattern(direction.number(), number, content.bytes()) : null;
        boolean sameMessages = packet != null && isSame(packet.messages(), content.messages());
        index.add(tape.end());
        tape.put(FRAME | (packet != null ? HOP : 0) | (pattern != null ? BASED : 0) | (dropped != null ? DROPPED : 0)
                | (sameMessages ? SAME_MESSAGES : 0));
        if (packet != null) {
            tape.putNumber(number - packet.number());
            tape.putNumber(number - content.frame());
        } else if (pattern != null) {
            tape.putNumber(number - pattern.number());
        }
        tape.putNumber(sent);
        tape.putNumber(arrived - sent);
        tape.putNumber(direction.number());
        if (dropped != null) {
            reasons.write(dropped, tape);
        }
        tape.putNumber(content.bytes().length);
        body(content, packet, pattern);
        if (!sameMessages) {
            SliceList.write(tape, messages, content.messages());
        }
        Kept recorded = packet != null ? packet : new Kept(number, content.bytes(), content.messages());
        content.packet(recorded);
        if (packet == null && pattern == null) {
            byte[] headers = Arrays.copyOf(content.bytes(), Math.min(content.bytes().length, HEADERS));
            patterns.set(direction.number(), new Kept(number, headers, List.of()));
        }
        return new TracedFrame(number, recorded.number(), sent, arrived, direction.from(), direction.to(), content,
                dropped);
    }

    private static boolean isSame(List<MessageSlice> some, List<MessageSlice> others) {
        return some == others || some.equals(others);
    }

    /** The direction between two ends of a link. */
    Direction direction(LinkEnd from, LinkEnd to) {
        Direction direction = directions.between(from, to);
        if (direction.number() == patterns.size()) {
            patterns.add(null);
        }
        return direction;
    }

    /** An earlier frame the same way whose headers are much like this one's; null if there is none. */
    private @Nullable Kept pattern(int direction, int number, byte[] bytes) {
        Kept pattern = patterns.get(direction);
        if (pattern == null || number - pattern.number() > FAR) {
            return null;
        }
        byte[] headers = pattern.bytes();
        int compared = Math.min(64, Math.min(headers.length, bytes.length));
        int differing = 0;
        for (int i = 0; i < compared; i++) {
            differing += headers[i] != bytes[i] ? 1 : 0;
        }
        return 2 * differing > compared ? null : pattern;
    }

    private void body(Content content, @Nullable Kept packet, @Nullable Kept pattern) {
        byte[] bytes = content.bytes();
        byte[] base = packet != null ? packet.bytes() : pattern != null ? pattern.bytes() : NOTHING;
        if (packet != null && base.length != bytes.length && content.messages().isEmpty()) {
            FrameBody.realigned(tape, base, bytes);
            return;
        }
        int at = 0;
        if (packet == null || base.length != bytes.length) {
            for (MessageSlice slice : content.messages()) {
                if (slice.length() >= WORTHWHILE && slice.offset() >= at
                        && slice.offset() + slice.length() <= bytes.length && messages.knows(slice.message())) {
                    FrameBody.compared(tape, base, bytes, at, slice.offset());
                    payload(slice, bytes);
                    at = slice.offset() + slice.length();
                }
            }
        }
        FrameBody.compared(tape, base, bytes, at, bytes.length);
    }

    private void payload(MessageSlice slice, byte[] bytes) {
        int done = 0;
        while (done < slice.length()) {
            int at = slice.offset() + done;
            int piece = payloads.place(slice.message().number(), slice.messageOffset() + done, bytes, at,
                    slice.length() - done);
            if (piece > 0) {
                FrameBody.payload(tape, payloads.found(), piece);
            } else {
                FrameBody.literal(tape, bytes, at, at - piece);
            }
            done += Math.abs(piece);
        }
    }

    /** The first hop of the packet that this is the next hop of. */
    private Kept packetOf(Content content) {
        Kept known = content.packet();
        return known != null ? known : reread(packet(content.frame()));
    }

    private int packet(int number) {
        TapeReader in = at(number);
        return (in.get() & HOP) == 0 ? number : number - in.getInt();
    }

    private Kept reread(int number) {
        Kept known = reread.get(number);
        if (known == null) {
            Content content = get(number - 1).content();
            known = new Kept(number, content.bytes(), content.messages());
            reread.put(number, known);
        }
        return known;
    }

    private TapeReader at(int number) {
        return new TapeReader(tape).moveTo(index.get(number - 1));
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public TracedFrame get(int place) {
        int number = place + 1;
        TapeReader in = at(number);
        int flags = in.get();
        int packet = number;
        int previous = 0;
        Kept base = null;
        if ((flags & HOP) != 0) {
            packet = number - in.getInt();
            previous = number - in.getInt();
            base = reread(packet);
        } else if ((flags & BASED) != 0) {
            base = reread(number - in.getInt());
        }
        long sent = in.getNumber();
        long arrived = sent + in.getNumber();
        Direction direction = directions.get(in.getInt());
        String dropped = (flags & DROPPED) == 0 ? null : reasons.read(in);
        byte[] bytes = FrameBody.read(in, in.getInt(), base == null ? NOTHING : base.bytes(), payloads.tape());
        List<MessageSlice> slices = base != null && (flags & SAME_MESSAGES) != 0 ? base.messages()
                : SliceList.read(in, messages);
        return new TracedFrame(number, packet, sent, arrived, direction.from(), direction.to(),
                new Content(bytes, slices, previous), dropped);
    }
}
