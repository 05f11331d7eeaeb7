package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;

/**
 * The network's order to a process, on its control connection. Once its effect is there, the process adds one to
 * {@link SharedLayout#DONE}.
 *
 * @param kind what to do
 * @param slot for FIRE the number of a slot
 */
public record Command(Kind kind, int slot) {

    /** The length of an encoded command. */
    public static final int SIZE = 5;

    /** What a process may be told. */
    public enum Kind {
        /** Begin: the program's main method may run. */
        GO,
        /** The time that a slot's thread waits for has come. */
        FIRE,
        /** Count threads that are in no hook and yet do not wait; the number goes to {@link SharedLayout#BUSY}. */
        COUNT_BUSY,
        /** Reply on the control connection what each thread does and where, a line a thread. */
        DESCRIBE
    }

    public byte[] encode() {
        return ByteBuffer.allocate(SIZE).put((byte) kind.ordinal()).putInt(slot).array();
    }

    public static Command decode(ByteBuffer body) {
        return new Command(Kind.values()[body.get()], body.getInt());
    }
}
