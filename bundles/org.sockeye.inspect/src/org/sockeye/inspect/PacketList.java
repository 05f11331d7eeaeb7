package org.sockeye.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.TcpContext;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TraceListener;
import org.sockeye.stack.trace.TracedFrame;

/**
 * The rows of the Packets view over a trace that may still be growing. Frames come in on the thread that drives the
 * network, which only puts them down; {@link #update} takes them apart, on the thread that shows them. Safe for any
 * threads. Whoever shows the list calls {@code update} from time to time and then reads {@link #size()} rows.
 */
public final class PacketList implements TraceListener {

    private record Entry(TracedFrame frame, TcpContext context, PacketRow row) {
    }

    private final Dissector dissector = new Dissector();
    private final List<TracedFrame> arrived = new ArrayList<>();
    private Conversations conversations = new Conversations();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private NetworkPicture network = NetworkPicture.EMPTY;
    private @Nullable DisplayFilter filter;

    /**
     * Takes over all frames of {@code trace} and those to come. Call it before the network is driven, or on the thread
     * that drives it.
     */
    public void follow(Trace trace) {
        trace.frames().forEach(this::frame);
        trace.notes().forEach(this::note);
        trace.addListener(this);
    }

    @Override
    public void frame(TracedFrame frame) {
        synchronized (arrived) {
            arrived.add(frame);
        }
    }

    @Override
    public void note(Note note) {
        synchronized (arrived) {
            if (note.frame() > 0) {
                notes.add(note);
            }
        }
    }

    /** Says what the devices are, so that the hops of a packet can be told better. */
    public synchronized void network(NetworkPicture picture) {
        network = picture;
    }

    /**
     * Takes apart frames that have come in since the last call.
     *
     * @param atMost how many, so that a thread that also draws stays quick
     * @return true if there are more
     */
    public synchronized boolean update(int atMost) {
        List<TracedFrame> next;
        boolean more;
        synchronized (arrived) {
            int from = entries.size();
            int to = from + Math.min(atMost, arrived.size() - from);
            more = to < arrived.size();
            next = List.copyOf(arrived.subList(from, to));
        }
        next.forEach(this::add);
        return more;
    }

    private void add(TracedFrame frame) {
        CapturedFrame captured = captured(frame);
        TcpContext context = conversations.follow(captured);
        Dissection dissection = dissector.dissect(captured, context);
        DisplayFilter current = filter;
        if (current == null || current.matches(dissection)) {
            shown.add(entries.size());
        }
        entries.add(new Entry(frame, context, Rows.row(frame, dissection)));
    }

    /** How many rows pass the filter, of those that {@link #update} has seen. */
    public synchronized int size() {
        return shown.size();
    }

    /** How many rows there are without the filter. */
    public synchronized int total() {
        return entries.size();
    }

    /**
     * A row of those that pass the filter.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not in 0 to {@link #size()} - 1, as may be after another
     *         thread has set another filter
     */
    public synchronized PacketRow row(int index) {
        return entries.get(shown.get(index)).row();
    }

    /** The index of the row of that frame; empty if there is none or the filter hides it. */
    public synchronized Optional<Integer> indexOf(int number) {
        int index = Collections.binarySearch(shown, number - 1);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** The frame of that number, opened; empty if {@link #update} has not seen it. */
    public synchronized Optional<PacketDetail> detail(int number) {
        if (number < 1 || number > entries.size()) {
            return Optional.empty();
        }
        Entry entry = entries.get(number - 1);
        List<TracedFrame> packet = entries.stream().map(Entry::frame)
                .filter(frame -> frame.packet() == entry.frame().packet()).toList();
        Hops hops = new Hops(network, notesAbout(packet), frame -> dissect(entries.get(frame.number() - 1)));
        return Optional.of(new PacketDetail(entry.row(), entry.frame().content().bytes(),
                Details.dolls(entry.frame(), dissect(entry)), hops.of(packet, entry.frame()),
                entry.frame().content().messages()));
    }

    private List<Note> notesAbout(List<TracedFrame> packet) {
        List<Integer> numbers = packet.stream().map(TracedFrame::number).toList();
        synchronized (arrived) {
            return notes.stream().filter(note -> numbers.contains(note.frame())).toList();
        }
    }

    private Dissection dissect(Entry entry) {
        return dissector.dissect(captured(entry.frame()), entry.context());
    }

    private CapturedFrame captured(TracedFrame frame) {
        long first = entries.isEmpty() ? frame.sent() : entries.getFirst().frame().sent();
        return CapturedFrame.of(frame, first);
    }

    /** Shows only the rows that {@code filter} lets pass; all, if it is null. */
    public synchronized void filter(@Nullable DisplayFilter filter) {
        this.filter = filter;
        shown.clear();
        for (int i = 0; i < entries.size(); i++) {
            if (filter == null || filter.matches(dissect(entries.get(i)))) {
                shown.add(i);
            }
        }
    }

    /** The filter, or null if all rows are shown. */
    public synchronized @Nullable DisplayFilter filter() {
        return filter;
    }

    /** Forgets every frame, as before a new run. */
    public synchronized void clear() {
        synchronized (arrived) {
            arrived.clear();
            notes.clear();
        }
        entries.clear();
        shown.clear();
        conversations = new Conversations();
    }
}
