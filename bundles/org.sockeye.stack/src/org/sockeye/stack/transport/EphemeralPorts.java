package org.sockeye.stack.transport;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The ports that one transport of one host gives to sockets that ask for any (RFC 6335, section 6): one after the
 * other, so that a run repeats, and so that a port just given back is not the next to be given out.
 */
public final class EphemeralPorts {

    public static final int FIRST = 49152;
    public static final int LAST = 65535;

    private int next = FIRST;

    /**
     * The next free port; empty if all are taken.
     *
     * @param taken says of a port whether a socket has it
     */
    public OptionalInt next(IntPredicate taken) {
        for (int tried = FIRST; tried <= LAST; tried++) {
            int port = next;
            next = port == LAST ? FIRST : port + 1;
            if (!taken.test(port)) {
                return OptionalInt.of(port);
            }
        }
        return OptionalInt.empty();
    }
}
