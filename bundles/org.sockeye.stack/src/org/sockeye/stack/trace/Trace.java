package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.tape.Shelf;
import org.sockeye.stack.trace.tape.Tape;

/**
 * Everything that happened in a run, in order. Frames and events are kept in a compact form, past a limit in a temporary
 * file; they become objects when somebody asks for them.
 */
public final class Trace {

    /** How many bytes are kept in memory unless told otherwise. */
    public static final long MEMORY = 64 << 20;

    private final Shelf shelf;
    private final MessageTable messages;
    private final FrameTape frames;
    private final EventTape events;
    private List<TraceListener> listeners = List.of();

    /** An empty trace. */
    public Trace() {
        this(MEMORY);
    }

    /**
     * An empty trace.
     *
     * @param memory how many bytes may stay in memory before a temporary file takes them; little more is used
     */
    public Trace(long memory) {
        shelf = new Shelf(memory);
        Tape tape = new Tape(shelf);
        messages = new MessageTable(shelf);
        frames = new FrameTape(tape, shelf, messages);
        events = new EventTape(tape, shelf, frames);
    }

    /** The frames so far; grows while the run goes on. Frame {@code n} is at index {@code n - 1}. */
    public List<TracedFrame> frames() {
        return Collections.unmodifiableList(frames);
    }

    /** What was said in words so far. */
    public List<Note> notes() {
        return events.notes();
    }

    /** All so far in the order in which it happened, frames and notes included. */
    public List<TraceEntry> entries() {
        return events.entries();
    }

    /** How many bytes the trace takes, payloads included, in memory and in its temporary file. */
    public long size() {
        return shelf.size();
    }

    /** How many of those are in the temporary file. */
    public long spilled() {
        return shelf.spilled();
    }

    /** Told from now on; what came before is in {@link #entries()}. */
    public void addListener(TraceListener listener) {
        List<TraceListener> more = new ArrayList<>(listeners);
        more.add(listener);
        listeners = List.copyOf(more);
    }

    public void removeListener(TraceListener listener) {
        listeners = listeners.stream().filter(other -> other != listener).toList();
    }

    /** A message that {@code origin} has handed to its socket. */
    public Message message(long time, Origin origin, int length) {
        return messages.create(time, origin, length);
    }

    /**
     * Records a frame as it leaves: the next hop of the packet that its content arrived with, or the first of a new
     * one.
     *
     * @param dropped why it will not arrive, in words, or null if it will
     * @return the frame as recorded, with its numbers
     */
    public TracedFrame sent(long sent, long arrived, LinkEnd from, LinkEnd to, Content content,
            @Nullable String dropped) {
        return sent(sent, arrived, direction(from, to), content, dropped);
    }

    /** The direction from one end of a link to another: for who sends there again and again. */
    public Direction direction(LinkEnd from, LinkEnd to) {
        return frames.direction(from, to);
    }

    /** Records a frame that leaves in that direction. */
    public TracedFrame sent(long sent, long arrived, Direction direction, Content content, @Nullable String dropped) {
        TracedFrame frame = frames.record(sent, arrived, direction, content, dropped);
        for (TraceListener listener : listeners) {
            listener.frame(frame);
        }
        return frame;
    }

    /**
     * Records something said in words.
     *
     * @param frame the number of the frame it is about, or 0
     */
    public void note(long time, String device, int frame, String text) {
        record(new Note(time, device, frame, text));
    }

    /** Records an event. */
    public void record(TraceEvent event) {
        events.record(event);
        for (TraceListener listener : listeners) {
            if (event instanceof Note note) {
                listener.note(note);
            }
            listener.event(event);
        }
    }
}
