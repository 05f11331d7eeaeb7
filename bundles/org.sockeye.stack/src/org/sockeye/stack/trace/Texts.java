package org.sockeye.stack.trace;

import java.nio.charset.StandardCharsets;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeReader;

/** Texts on tape: those that come again and again are written once. */
final class Texts {

    /** When there are so many, the next new ones are not likely to come again. */
    private static final int MOST = 1 << 12;

    private final Interned<String> known = new Interned<>();

    void write(String text, Tape to) {
        if (known.size() < MOST || known.contains(text)) {
            to.putNumber(known.number(text) + 1L);
        } else {
            to.putNumber(0);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            to.putNumber(bytes.length);
            to.put(bytes, 0, bytes.length);
        }
    }

    String read(TapeReader from) {
        int number = from.getInt();
        if (number > 0) {
            return known.value(number - 1);
        }
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
