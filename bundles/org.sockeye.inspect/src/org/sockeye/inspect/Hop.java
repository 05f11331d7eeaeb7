package org.sockeye.inspect;

import java.util.List;
import org.sockeye.stack.wire.Layer;

/**
 * What one device did with a packet: an element of the hop strip.
 *
 * @param device the device's name
 * @param frame the frame that the Layers view shows for this device: the one that it sent, or, where the packet ended,
 *        the one that it got
 * @param time when it sent (or got) that, in nanoseconds since the start of the run
 * @param opened the layers it took part with, from the highest it opened or wrapped down to the physical one; empty for
 *        a device that the packet never reached
 * @param sentence what it did and why, such as "r1: TTL 64→63, new MAC addresses, checksums recomputed"
 */
public record Hop(String device, int frame, long time, List<Layer> opened, String sentence) {

    public Hop {
        opened = List.copyOf(opened);
    }
}
