package org.sockeye.stack.trace.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where tapes keep their full blocks: in memory up to a limit, then the oldest ones in a temporary file. Where the system
 * allows it, the file has no name as soon as it is open, so that it is gone when nobody uses it any more, whatever happens
 * to the process; elsewhere it is deleted when the process ends. If nothing can be written, all stays in memory.
 */
public final class Shelf {

    /** A block has 2 to the power of this many bytes. */
    static final int BLOCK_BITS = 18;
    static final int BLOCK = 1 << BLOCK_BITS;

    /** How many blocks from the file are remembered. */
    private static final int REMEMBERED = 8;

    private final int most;
    private final List<Tape> tapes = new ArrayList<>();
    private final Queue<Place> inMemory = new ArrayDeque<>();
    private final Map<Place, Integer> inFile = new HashMap<>();
    private final SequencedMap<Place, byte[]> fetched = new LinkedHashMap<>(REMEMBERED, 0.75f, true);
    private byte @Nullable [] spare;
    private @Nullable RandomAccessFile file;
    private boolean unwritable;

    /** A block of a tape; tapes are told apart by identity. */
    private record Place(Tape tape, int block) {
    }

    /**
     * An empty shelf.
     *
     * @param limit how many bytes of full blocks may stay in memory
     */
    public Shelf(long limit) {
        this.most = (int) Math.min(Integer.MAX_VALUE, limit >> BLOCK_BITS);
    }

    /** How many bytes the tapes have, in memory and in the file. */
    public long size() {
        return tapes.stream().mapToLong(Tape::end).sum();
    }

    /** How many bytes are in the file. */
    public long spilled() {
        return (long) inFile.size() << BLOCK_BITS;
    }

    /** Takes a new tape. */
    void add(Tape tape) {
        tapes.add(tape);
    }

    /** Keeps a block that its tape still holds. */
    void put(Tape tape, int block) {
        inMemory.add(new Place(tape, block));
        if (inMemory.size() > most && !unwritable) {
            spill(inMemory.remove());
        }
    }

    private void spill(Place place) {
        try {
            RandomAccessFile out = open();
            out.seek(spilled());
            out.write(place.tape.block(place.block), 0, BLOCK);
            inFile.put(place, inFile.size());
            spare = place.tape.release(place.block);
        } catch (IOException e) {
            // The disk is full, or there is none: what does not fit there has to fit into memory.
            unwritable = true;
            inMemory.add(place);
        }
    }

    private RandomAccessFile open() throws IOException {
        RandomAccessFile present = file;
        if (present != null) {
            return present;
        }
        File named = File.createTempFile("sockeye-trace-", ".tmp");
        RandomAccessFile opened = new RandomAccessFile(named, "rw");
        if (!named.delete()) {
            named.deleteOnExit();
        }
        file = opened;
        return opened;
    }

    /** A block to be written to; what is in it does not matter. */
    byte[] blank() {
        byte[] again = spare;
        spare = null;
        return again != null ? again : new byte[BLOCK];
    }

    /** A block that its tape has not got any more. */
    byte[] fetch(Tape tape, int block) {
        Place place = new Place(tape, block);
        byte[] known = fetched.get(place);
        if (known != null) {
            return known;
        }
        Integer slot = inFile.get(place);
        if (slot == null) {
            throw new IndexOutOfBoundsException("block " + block + " was never written");
        }
        byte[] bytes = fetched.size() < REMEMBERED ? new byte[BLOCK] : fetched.pollFirstEntry().getValue();
        try {
            RandomAccessFile in = open();
            in.seek((long) slot << BLOCK_BITS);
            in.readFully(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the trace's temporary file cannot be read back; run again", e);
        }
        fetched.put(place, bytes);
        return bytes;
    }
}
