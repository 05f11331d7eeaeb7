package org.sockeye.stack.trace.tape;

/** Reads a tape from some place on. To be moved anew when the tape has been written to. */
public final class TapeReader {

    private final Tape tape;
    private byte[] block = new byte[0];
    private int number;
    private int at;

    public TapeReader(Tape tape) {
        this.tape = tape;
    }

    /** Goes on at {@code position}. */
    public TapeReader moveTo(long position) {
        number = (int) (position >> Shelf.BLOCK_BITS);
        at = (int) position & Shelf.BLOCK - 1;
        block = tape.block(number);
        return this;
    }

    /** The next byte, 0 to 255. */
    public int get() {
        if (at == Shelf.BLOCK) {
            moveTo((long) (number + 1) << Shelf.BLOCK_BITS);
        }
        return block[at++] & 0xff;
    }

    /** What {@link Tape#putNumber} wrote. */
    public long getNumber() {
        long value = 0;
        int shift = 0;
        int next = get();
        while (next >= 0x80) {
            value |= (next & 0x7fL) << shift;
            shift += 7;
            next = get();
        }
        return value | (long) next << shift;
    }

    /** The same, where it is known to be small. */
    public int getInt() {
        return (int) getNumber();
    }

    /** Copies the next bytes. */
    public void get(byte[] into, int offset, int length) {
        long position = ((long) number << Shelf.BLOCK_BITS) + at;
        tape.read(position, into, offset, length);
        if (length > 0) {
            moveTo(position + length - 1);
            at++;
        }
    }
}
