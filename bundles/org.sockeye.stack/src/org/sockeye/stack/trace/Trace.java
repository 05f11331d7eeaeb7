package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened in a run, in order. */
public final class Trace {

    private final List<TracedFrame> frames = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<TraceEntry> entries = new ArrayList<>();
    private List<TraceListener> listeners = List.of();
    private long messages;

    /** The frames so far; grows while the run goes on. Frame {@code n} is at index {@code n - 1}. */
    public List<TracedFrame> frames() {
        return Collections.unmodifiableList(frames);
    }

    /** What was said in words so far. */
    public List<Note> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** All so far in the order in which it happened, frames and notes included. */
    public List<TraceEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Told from now on; what came before is in {@link #frames()} and {@link #notes()}. */
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
        return new Message(++messages, time, origin, length);
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
        int number = frames.size() + 1;
        int packet = content.frame() == 0 ? number : frames.get(content.frame() - 1).packet();
        TracedFrame frame = new TracedFrame(number, packet, sent, arrived, from, to, content, dropped);
        frames.add(frame);
        entries.add(frame);
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
        entries.add(event);
        if (event instanceof Note note) {
            notes.add(note);
            for (TraceListener listener : listeners) {
                listener.note(note);
            }
        }
        for (TraceListener listener : listeners) {
            listener.event(event);
        }
    }
}
