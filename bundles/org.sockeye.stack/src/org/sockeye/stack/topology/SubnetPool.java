package org.sockeye.stack.topology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;

/** The subnets of a topology: those that were asked for, and for the other segments the next free ones of 10.0.0.0/8. */
final class SubnetPool {

    private static final int USUAL_PREFIX = 24;
    private static final int BLOCKS = 1 << 16;
    /** The first address of a subnet and the last are nobody's, and the one behind the first is left to a router. */
    private static final int SPARE = 3;

    /** By the first address as an unsigned number; no two of them overlap. */
    private final TreeMap<Long, Subnet> taken = new TreeMap<>();
    private int nextBlock = 1;

    /** Takes a subnet that was asked for at {@code end}. */
    void claim(Subnet subnet, LinkEnd end) {
        Subnet other = overlapping(subnet);
        if (other != null) {
            throw new TopologyMistake(end.device(), "the addresses " + subnet + " at " + end
                    + " are in use on another link (" + other + "); take other ones");
        }
        taken.put(first(subnet), subnet);
    }

    /** Takes a free subnet that is large enough for the ends of a segment; usually a /24. */
    Subnet next(List<LinkEnd> ends) {
        int prefix = Math.min(USUAL_PREFIX, Integer.numberOfLeadingZeros(ends.size() + SPARE - 1));
        int blocks = 1 << USUAL_PREFIX - prefix;
        for (int block = Math.ceilDiv(nextBlock, blocks) * blocks; block + blocks <= BLOCKS; block += blocks) {
            Subnet candidate = new Subnet(Ipv4Address.of(10, block >> 8, block & 0xff, 0), prefix);
            if (overlapping(candidate) == null) {
                taken.put(first(candidate), candidate);
                nextBlock = block + blocks;
                return candidate;
            }
        }
        LinkEnd end = ends.get(0);
        throw new TopologyMistake(end.device(), "no addresses are left for " + end + "; give it one");
    }

    private @Nullable Subnet overlapping(Subnet subnet) {
        Map.Entry<Long, Subnet> before = taken.floorEntry(last(subnet));
        return before != null && last(before.getValue()) >= first(subnet) ? before.getValue() : null;
    }

    private static long first(Subnet subnet) {
        return Ipv4Address.of(subnet.address().toBytes(), 0).bits() & 0xffff_ffffL;
    }

    private static long last(Subnet subnet) {
        return first(subnet) + (1L << 32 - subnet.prefix()) - 1;
    }
}
