package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;

/**
 * The network's answer to a call.
 *
 * @param outcome how it went
 * @param flags what to do with the socket's descriptor: {@link #TAKE_TOKEN}, {@link #PLUG}
 * @param value a number, as the operation says
 * @param bytes as the operation says; for FAILED the error's name and its words with a NUL between
 */
public record Reply(Outcome outcome, int flags, int value, byte[] bytes) {

    /** Read one byte from the socket's descriptor: it is readable no more. */
    public static final int TAKE_TOKEN = 1;
    /** Write {@link #PLUG_SIZE} bytes into the socket's descriptor: it is writable no more. */
    public static final int PLUG = 2;
    /** So large that one plug makes a descriptor with the smallest send buffer unwritable, and never blocks. */
    public static final int PLUG_SIZE = 2048;

    private static final byte[] NOTHING = {};

    /** How a call went. */
    public enum Outcome {
        DONE, AGAIN, FAILED
    }

    public static Reply done(int value) {
        return new Reply(Outcome.DONE, 0, value, NOTHING);
    }

    public static Reply done(int value, byte[] bytes) {
        return new Reply(Outcome.DONE, 0, value, bytes);
    }

    public static Reply again() {
        return new Reply(Outcome.AGAIN, 0, 0, NOTHING);
    }

    public static Reply failed(String error, String words) {
        return new Reply(Outcome.FAILED, 0, 0, Texts.bytes(error + "\0" + words));
    }

    public Reply with(int flag) {
        return new Reply(outcome, flags | flag, value, bytes);
    }

    public byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 1 + 1 + 4 + bytes.length);
        buffer.putInt(buffer.capacity() - 4).put((byte) outcome.ordinal()).put((byte) flags).putInt(value).put(bytes);
        return buffer.array();
    }

    /** Reads what follows the length. */
    public static Reply decode(ByteBuffer body) {
        Outcome outcome = Outcome.values()[body.get()];
        return new Reply(outcome, body.get(), body.getInt(), Texts.restBytes(body));
    }
}
