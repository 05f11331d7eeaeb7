package org.sockeye.stack.trace;

import org.jspecify.annotations.Nullable;

/** The packets of the latest frames, so that a frame's next hop finds what it is to be compared with. */
final class KeptFrames {

    /** Larger ones are not kept: there are few of them, and they are on tape. */
    private static final int LARGEST = 9216;

    private final @Nullable Kept[] packets;
    private final int[] frames;

    /** @param slots of how many frames; a power of two */
    KeptFrames(int slots) {
        packets = new Kept[slots];
        frames = new int[slots];
    }

    /** Notes that frame {@code number} is a hop of {@code packet}. */
    void put(int number, Kept packet) {
        int slot = number & frames.length - 1;
        frames[slot] = number;
        packets[slot] = packet.bytes().length <= LARGEST ? packet : null;
    }

    /** The packet that frame {@code number} is a hop of; null if it is not known any more. */
    @Nullable
    Kept get(int number) {
        int slot = number & frames.length - 1;
        return frames[slot] == number ? packets[slot] : null;
    }
}
