package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeReader;

/**
 * The messages of a frame on tape. Small messages of one program often stand in a packet one behind the other: those that
 * follow in that way are only counted.
 */
final class SliceList {

    private SliceList() {
    }

    static void write(Tape tape, MessageTable messages, List<MessageSlice> slices) {
        int at = 0;
        while (at < slices.size()) {
            MessageSlice slice = slices.get(at);
            int following = 0;
            while (at + following + 1 < slices.size()
                    && follows(messages, slices.get(at + following), slices.get(at + following + 1))) {
                following++;
            }
            tape.putNumber(following + 1L);
            messages.write(slice.message(), tape);
            tape.putNumber(slice.messageOffset());
            tape.putNumber(slice.length());
            tape.putNumber(slice.offset());
            at += following + 1;
        }
        tape.putNumber(0);
    }

    private static boolean follows(MessageTable messages, MessageSlice slice, MessageSlice next) {
        return next.message().number() == slice.message().number() + 1 && next.messageOffset() == 0
                && next.length() == next.message().length() && next.offset() == slice.offset() + slice.length()
                && messages.knows(slice.message()) && messages.knows(next.message());
    }

    static List<MessageSlice> read(TapeReader from, MessageTable messages) {
        List<MessageSlice> slices = new ArrayList<>(2);
        for (int count = from.getInt(); count > 0; count = from.getInt()) {
            MessageSlice slice = new MessageSlice(messages.read(from), from.getInt(), from.getInt(), from.getInt());
            slices.add(slice);
            for (int i = 1; i < count; i++) {
                Message next = messages.get(slice.message().number() + 1);
                slice = new MessageSlice(next, 0, next.length(), slice.offset() + slice.length());
                slices.add(slice);
            }
        }
        return slices;
    }
}
