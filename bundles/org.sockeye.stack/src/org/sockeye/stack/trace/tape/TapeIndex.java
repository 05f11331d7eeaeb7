package org.sockeye.stack.trace.tape;

/** Numbers on a tape, each found by its place in line: where something stands on another tape, say. */
public final class TapeIndex {

    private static final int WIDTH = 6;

    private final Tape tape;
    private final TapeReader reader;
    private int size;

    /** An empty index, whose full blocks {@code shelf} keeps. */
    public TapeIndex(Shelf shelf) {
        this.tape = new Tape(shelf);
        this.reader = new TapeReader(tape);
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    /**
     * Appends a number.
     *
     * @param value less than 2 to the power of 48
     */
    public void add(long value) {
        for (int shift = 8 * (WIDTH - 1); shift >= 0; shift -= 8) {
            tape.put((int) (value >>> shift));
        }
        size++;
    }

    /**
     * The number that was appended as the {@code index}th, from 0.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public long get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("number " + index + " of " + size);
        }
        reader.moveTo((long) index * WIDTH);
        long value = 0;
        for (int i = 0; i < WIDTH; i++) {
            value = value << 8 | reader.get();
        }
        return value;
    }
}
