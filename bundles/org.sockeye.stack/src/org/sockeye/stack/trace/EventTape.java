package org.sockeye.stack.trace;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.sockeye.stack.trace.tape.Shelf;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeIndex;
import org.sockeye.stack.trace.tape.TapeReader;

/** The events of a run on tape, and between which frames they happened. */
final class EventTape extends AbstractList<TraceEvent> implements RandomAccess {

    private final Tape tape;
    private final EventRecords records;
    private final TapeIndex index;
    private final TapeIndex framesBefore;
    private final TapeIndex notes;
    private final List<TracedFrame> frames;

    /** No events yet; they will stand on {@code tape} among {@code frames}. */
    EventTape(Tape tape, Shelf shelf, List<TracedFrame> frames) {
        this.tape = tape;
        this.records = new EventRecords(tape);
        this.index = new TapeIndex(shelf);
        this.framesBefore = new TapeIndex(shelf);
        this.notes = new TapeIndex(shelf);
        this.frames = frames;
    }

    void record(TraceEvent event) {
        if (event instanceof Note) {
            notes.add(index.size());
        }
        index.add(tape.end());
        framesBefore.add(frames.size());
        records.write(event);
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public TraceEvent get(int place) {
        return records.read(new TapeReader(tape).moveTo(index.get(place)));
    }

    /** Those that are notes. */
    List<Note> notes() {
        return new Notes();
    }

    private final class Notes extends AbstractList<Note> implements RandomAccess {

        @Override
        public int size() {
            return notes.size();
        }

        @Override
        public Note get(int place) {
            return (Note) EventTape.this.get((int) notes.get(place));
        }
    }

    /** Events and frames in one order. */
    List<TraceEntry> entries() {
        return new Entries();
    }

    private final class Entries extends AbstractList<TraceEntry> implements RandomAccess {

        @Override
        public int size() {
            return frames.size() + index.size();
        }

        @Override
        public TraceEntry get(int place) {
            int low = 0;
            int high = index.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (placeOf(middle) < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            boolean event = low < index.size() && placeOf(low) == place;
            return event ? EventTape.this.get(low) : frames.get(place - low);
        }

        private long placeOf(int event) {
            return event + framesBefore.get(event);
        }
    }
}
