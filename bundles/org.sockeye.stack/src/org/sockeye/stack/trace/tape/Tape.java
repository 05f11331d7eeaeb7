package org.sockeye.stack.trace.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes written one behind the other, and read from any place. A tape of eight bytes takes little more than those. */
public final class Tape {

    private static final int SMALLEST = 512;
    private static final int LONGEST_NUMBER = 10;

    private final Shelf shelf;
    private byte[] @Nullable [] blocks = new byte[4][];
    private byte[] current = new byte[SMALLEST];
    private int filled;
    private int full;

    /** An empty tape, whose full blocks {@code shelf} keeps. */
    public Tape(Shelf shelf) {
        this.shelf = shelf;
        shelf.add(this);
    }

    /** Where the next byte will stand: how many there are. */
    public long end() {
        return ((long) full << Shelf.BLOCK_BITS) + filled;
    }

    /** Appends one byte. */
    public void put(int value) {
        if (filled == current.length) {
            grow();
        }
        current[filled++] = (byte) value;
    }

    /** Appends a number of up to 64 bits in as many bytes as it needs, seven bits in each; negative ones need ten. */
    public void putNumber(long value) {
        if (current.length - filled < LONGEST_NUMBER) {
            putSlowly(value);
            return;
        }
        byte[] into = current;
        int at = filled;
        long left = value;
        while ((left & ~0x7fL) != 0) {
            into[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        into[at++] = (byte) left;
        filled = at;
    }

    /** Where the block may end before the number does. */
    private void putSlowly(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            put((int) left | 0x80);
            left >>>= 7;
        }
        put((int) left);
    }

    /** Appends some of {@code bytes}. */
    public void put(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (filled == current.length) {
                grow();
            }
            int piece = Math.min(length - done, current.length - filled);
            System.arraycopy(bytes, offset + done, current, filled, piece);
            filled += piece;
            done += piece;
        }
    }

    private void grow() {
        if (current.length < Shelf.BLOCK) {
            current = Arrays.copyOf(current, 2 * current.length);
            return;
        }
        if (full == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * full);
        }
        blocks[full] = current;
        shelf.put(this, full);
        full++;
        current = shelf.blank();
        filled = 0;
    }

    /** The block with that number, to be used at once: it may be written over when more is appended. */
    byte[] block(int number) {
        if (number == full) {
            return current;
        }
        byte[] block = blocks[number];
        return block != null ? block : shelf.fetch(this, number);
    }

    /** Gives a full block away, as it has been put elsewhere. */
    byte[] release(int number) {
        byte[] block = block(number);
        blocks[number] = null;
        return block;
    }

    /** Copies {@code length} bytes from {@code position} on. */
    public void read(long position, byte[] into, int offset, int length) {
        long from = position;
        int done = 0;
        while (done < length) {
            int at = (int) from & Shelf.BLOCK - 1;
            int piece = Math.min(length - done, Shelf.BLOCK - at);
            System.arraycopy(block((int) (from >> Shelf.BLOCK_BITS)), at, into, offset + done, piece);
            done += piece;
            from += piece;
        }
    }

    /** Whether {@code length} bytes from {@code position} on are these. */
    public boolean matches(long position, byte[] bytes, int offset, int length) {
        long from = position;
        int done = 0;
        while (done < length) {
            int at = (int) from & Shelf.BLOCK - 1;
            int piece = Math.min(length - done, Shelf.BLOCK - at);
            byte[] block = block((int) (from >> Shelf.BLOCK_BITS));
            if (!Arrays.equals(block, at, at + piece, bytes, offset + done, offset + done + piece)) {
                return false;
            }
            done += piece;
            from += piece;
        }
        return true;
    }
}
