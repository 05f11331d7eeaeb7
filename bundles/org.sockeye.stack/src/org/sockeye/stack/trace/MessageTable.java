package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.tape.Shelf;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeIndex;
import org.sockeye.stack.trace.tape.TapeReader;

/** All messages of a run, by number; most of them on tape. */
final class MessageTable {

    private static final int RECENT = 1 << 12;

    private final Tape tape;
    private final TapeReader reader;
    private final TapeIndex index;
    private final Interned<Origin> origins = new Interned<>();
    private final @Nullable Message[] recent = new Message[RECENT];
    private final List<Message> strangers = new ArrayList<>();

    MessageTable(Shelf shelf) {
        tape = new Tape(shelf);
        reader = new TapeReader(tape);
        index = new TapeIndex(shelf);
    }

    /** A new message, with the next number. */
    Message create(long time, Origin origin, int length) {
        Message message = new Message(index.size() + 1L, time, origin, length);
        index.add(tape.end());
        tape.putNumber(time);
        tape.putNumber(origins.number(origin));
        tape.putNumber(length);
        recent[(int) message.number() & RECENT - 1] = message;
        return message;
    }

    /** The message with that number. */
    Message get(long number) {
        Message known = recent[(int) number & RECENT - 1];
        if (known != null && known.number() == number) {
            return known;
        }
        reader.moveTo(index.get((int) number - 1));
        return new Message(number, reader.getNumber(), origins.value(reader.getInt()), reader.getInt());
    }

    /** Whether this table has made that message. */
    boolean knows(Message message) {
        return recent[(int) message.number() & RECENT - 1] == message
                || message.number() > 0 && message.number() <= index.size() && get(message.number()).equals(message);
    }

    /** Writes which message it is. */
    void write(Message message, Tape to) {
        if (knows(message)) {
            to.putNumber(message.number());
        } else {
            to.putNumber(0);
            to.putNumber(strangers.size());
            strangers.add(message);
        }
    }

    /** Reads what {@link #write} wrote. */
    Message read(TapeReader from) {
        long number = from.getNumber();
        return number == 0 ? strangers.get(from.getInt()) : get(number);
    }
}
