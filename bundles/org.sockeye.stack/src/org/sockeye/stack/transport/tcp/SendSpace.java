package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.SocketOption;

/**
 * How much a program may queue: what it chose, or else enough for two congestion windows, so that the buffer does not limit
 * a path that the window could fill. Memory is reckoned as Linux does: a chunk at a time, of as many segments as hardware
 * would be given to cut; a chunk that is begun may be filled.
 */
final class SendSpace {

    private static final int AROUND = 640;
    private static final int DESCRIPTION = 256;
    /** What a chunk takes beside its payload. */
    private static final int CHUNK = 1280;
    private static final int LARGEST_CHUNK = 65_215;

    private final Sender sender;
    private final TcpSettings settings;
    private final SocketOptions options;
    private boolean tunes;
    private boolean lacking;
    private long lastChunk = 1;
    private int capacity;

    SendSpace(Sender sender, TcpSettings settings, SocketOptions options) {
        this.sender = sender;
        this.settings = settings;
        this.options = options;
        this.tunes = !options.isChosen(SocketOption.SEND_BUFFER);
        this.capacity = 2 * options.sendBuffer();
    }

    /** In bytes of memory: twice what a program chooses. */
    int capacity() {
        return capacity;
    }

    /** The program chose; from now on it does not grow by itself. */
    void choose(int bytes) {
        tunes = false;
        capacity = 2 * bytes;
    }

    /** The program wanted to queue more than there was room for, and has not been told of new room since. */
    boolean isLacking() {
        return lacking;
    }

    /** How many of {@code wanted} bytes have room; a program that asks when none has is taken to wait for room. */
    int room(int wanted) {
        int taken = fill(wanted).taken;
        lacking |= taken == 0;
        return taken;
    }

    /** The program is about to queue as many of {@code wanted} bytes as have room; says how many. */
    int take(int wanted) {
        Filled filled = fill(wanted);
        lastChunk = sender.buffer().end() + filled.taken - filled.last;
        lacking |= filled.taken < wanted;
        return filled.taken;
    }

    /** How many bytes have room, and how many will then be left unsent of the last chunk. */
    private record Filled(int taken, int last) {
    }

    private Filled fill(int wanted) {
        int chunk = chunk();
        long limit = limit();
        int queued = sender.buffer().size();
        int unsent = sender.unsent();
        long sendable = sender.sendable();
        int last = last();
        int taken = 0;
        while (taken < wanted) {
            if (last == 0 || last >= chunk) {
                if (memory(queued + taken, chunk) >= capacity || unsent >= limit) {
                    break;
                }
                last = 0;
            }
            int more = Math.min(chunk - last, wanted - taken);
            last += more;
            unsent += more;
            taken += more;
            if (last == chunk && unsent == last) {
                // A full chunk with none before it goes out at once, as far as the windows let it.
                int gone = (int) Math.min(sendable, last);
                sendable -= gone;
                unsent -= gone;
                last -= gone;
            }
        }
        return new Filled(taken, last);
    }

    /** The unsent bytes of the chunk begun last. */
    private int last() {
        return (int) Math.max(0, sender.buffer().end() - Math.max(lastChunk, sender.next()));
    }

    /** True if a third of the memory is free again, and few enough bytes wait to be sent (TCP_NOTSENT_LOWAT). */
    boolean isWritable() {
        long held = memory(sender.buffer().size(), chunk());
        return capacity - held >= held / 2 && capacity > held && 2L * sender.unsent() < limit();
    }

    /** Something was acknowledged: follows the congestion window, if the program waits for room. */
    void follow() {
        if (!lacking) {
            return;
        }
        if (sender.flight().underWay() < sender.congestion().size()) {
            expand();
        }
        lacking = !isWritable();
    }

    /** Has room for two windows, unless the program chose. */
    void expand() {
        if (tunes) {
            int segment = sender.segmentSize();
            long memory = (Integer.highestOneBit(segment + AROUND - 1) << 1) + DESCRIPTION;
            long wanted = 2L * Math.max(settings.get(TcpSetting.INITIAL_WINDOW), sender.congestion().size()) * memory;
            capacity = (int) Math.max(capacity, Math.min(wanted, settings.get(TcpSetting.SEND_BUFFER_MAX)));
        }
    }

    private long limit() {
        long chosen = options.get(SocketOption.NOT_SENT_LOW_WATER) & 0xffff_ffffL;
        return chosen == 0 ? settings.get(TcpSetting.NOT_SENT_LOW_WATER) : chosen;
    }

    private static long memory(long payload, int chunk) {
        return payload + (payload + chunk - 1) / chunk * CHUNK;
    }

    /** As many full segments as fit half the peer's largest window. */
    private int chunk() {
        int segment = sender.segmentSize();
        long largest = sender.window().largest();
        long bound = largest > Sender.DEFAULT_MAXIMUM_SEGMENT ? Math.max(largest / 2, segment) : largest;
        return (int) Math.max(1, Math.min(LARGEST_CHUNK, bound) / segment) * segment;
    }
}
