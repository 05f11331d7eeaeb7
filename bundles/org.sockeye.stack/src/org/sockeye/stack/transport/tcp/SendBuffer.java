package org.sockeye.stack.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;

/** The bytes that a program has sent and the peer has not acknowledged, each with the message that it is part of. */
final class SendBuffer {

    private final ByteRing bytes;
    private final List<Written> written = new ArrayList<>();
    private int forgotten;
    private int found;
    private long start;
    private long end;
    private long pushed;
    private final RecordEnds records = new RecordEnds();

    /** A message, the sequence number of its first byte, and whether its end is marked by PSH. */
    private record Written(long start, Message message, boolean pushes) {

        long end() {
            return start + message.length();
        }
    }

    /**
     * An empty buffer.
     *
     * @param start the sequence number of the first byte that will be written
     */
    SendBuffer(long start) {
        this.bytes = new ByteRing(start);
        this.start = start;
        this.end = start;
    }

    /** The sequence number behind the last byte written. */
    long end() {
        return end;
    }

    /** The number up to which a segment that begins at {@code position} may reach: the end of all or of a record. */
    long end(long position) {
        return records.behind(position, end);
    }

    /** What will be written from here on is never in one segment with what has been. */
    void endRecord() {
        records.add(end);
    }

    int size() {
        return (int) (end - start);
    }

    /** Appends all of a message. */
    void write(byte[] from, int offset, Message message) {
        write(from, offset, message, true);
    }

    /** Appends all of a message, which {@code pushes} unless it is the beginning of something longer. */
    void write(byte[] from, int offset, Message message, boolean pushes) {
        bytes.write(end, from, offset, message.length());
        written.add(new Written(end, message, pushes));
        end += message.length();
    }

    /** Copies {@code length} bytes from sequence number {@code from} on, and says which messages they are of. */
    List<MessageSlice> copy(long from, int length, byte[] into, int offset) {
        bytes.read(from, into, offset, length);
        List<MessageSlice> slices = new ArrayList<>(1);
        long to = from + length;
        for (int i = indexOf(from); i < written.size() && written.get(i).start < to; i++) {
            Written one = written.get(i);
            long first = Math.max(one.start, from);
            long last = Math.min(one.end(), to);
            slices.add(new MessageSlice(one.message, (int) (first - one.start), (int) (last - first),
                    offset + (int) (first - from)));
        }
        return slices;
    }

    /** What is before {@code position} goes out although its message may go on: the peer should not wait for the rest. */
    void push(long position) {
        pushed = position;
    }

    /** True if one of these bytes is the last of a message, which PSH tells the peer (RFC 9293, section 3.9.1.2). */
    boolean endsMessage(long from, int length) {
        if (from < pushed && pushed <= from + length) {
            return true;
        }
        for (int i = length > 0 ? indexOf(from) : written.size(); i < written.size(); i++) {
            Written one = written.get(i);
            if (one.end() > from + length) {
                return false;
            } else if (one.pushes) {
                return true;
            }
        }
        return false;
    }

    /** Forgets what has been acknowledged: everything before {@code position}. */
    void discardBefore(long position) {
        start = Math.min(position, end);
        records.discardBefore(start);
        if (start == end) {
            bytes.clear(start);
            written.clear();
            forgotten = 0;
            found = 0;
            return;
        }
        bytes.discardBefore(start);
        while (forgotten < written.size() && written.get(forgotten).end() <= start) {
            forgotten++;
        }
        // Moved up rarely, and then at least half of the list goes.
        if (forgotten > 16 && forgotten * 2 > written.size()) {
            written.subList(0, forgotten).clear();
            found = Math.max(0, found - forgotten);
            forgotten = 0;
        }
    }

    /** Which message a byte is of; mostly that of the byte that was asked for before. */
    private int indexOf(long position) {
        if (found < written.size() && written.get(found).start <= position && position < written.get(found).end()) {
            return found;
        }
        int low = forgotten;
        int high = written.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (written.get(middle).start <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        found = low;
        return low;
    }
}
