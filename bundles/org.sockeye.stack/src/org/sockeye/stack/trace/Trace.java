package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened in a run, in order. */
public final class Trace {

    private final List<TracedFrame> frames = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<TraceListener> listeners = new ArrayList<>();
    private long messages;

    /** The frames so far; grows while the run goes on. Frame {@code n} is at index {@code n - 1}. */
    public List<TracedFrame> frames() {
        return Collections.unmodifiableList(frames);
    }

    public List<Note> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** Told from now on; what came before is in {@link #frames()} and {@link #notes()}. */
    public void addListener(TraceListener listener) {
        listeners.add(listener);
    }

    public void removeListener(TraceListener listener) {
        listeners.remove(listener);
    }

    /** A message that {@code origin} has handed to its socket. */
    public Message message(long time, Origin origin, int length) {
        return new Message(++messages, time, origin, length);
    }

    /**
     * Records a frame.
     *
     * @param packet the packet's number, or 0 if this is its first hop
     * @return the frame as recorded, with its numbers
     */
    public TracedFrame sent(int packet, long sent, long arrived, LinkEnd from, LinkEnd to, Content content,
            @Nullable String dropped) {
        int number = frames.size() + 1;
        TracedFrame frame = new TracedFrame(number, packet == 0 ? number : packet, sent, arrived, from, to, content, dropped);
        frames.add(frame);
        List.copyOf(listeners).forEach(listener -> listener.frame(frame));
        return frame;
    }

    /** Records something said in words. */
    public void note(long time, String device, int frame, String text) {
        Note note = new Note(time, device, frame, text);
        notes.add(note);
        List.copyOf(listeners).forEach(listener -> listener.note(note));
    }
}
