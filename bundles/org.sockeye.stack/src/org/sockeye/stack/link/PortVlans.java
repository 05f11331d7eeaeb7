package org.sockeye.stack.link;

import java.util.List;
import org.sockeye.stack.wire.VlanTag;

/** Which virtual LANs a port of a switch is part of (IEEE 802.1Q-2018, section 6.9). */
public sealed interface PortVlans {

    /** The port of a switch that knows nothing of virtual LANs: all frames pass as they are. */
    PortVlans NONE = new Plain();

    /** For a host, which sees no tags: its frames belong to one virtual LAN, 1 to 4094. */
    static PortVlans access(int vlan) {
        return new Access(vlan);
    }

    /** For another switch: frames of all virtual LANs, with tags. */
    static PortVlans trunk() {
        return new Trunk(List.of());
    }

    /** For another switch: frames of these virtual LANs, with tags. */
    static PortVlans trunk(List<Integer> vlans) {
        return new Trunk(vlans);
    }

    /** See {@link PortVlans#NONE}. */
    record Plain() implements PortVlans {
    }

    /** See {@link PortVlans#access}. */
    record Access(int vlan) implements PortVlans {

        public Access {
            require(vlan);
        }
    }

    /**
     * See {@link PortVlans#trunk(List)}.
     *
     * @param vlans none for all
     */
    record Trunk(List<Integer> vlans) implements PortVlans {

        public Trunk {
            vlans = List.copyOf(vlans);
            vlans.forEach(PortVlans::require);
        }

        boolean carries(int vlan) {
            return vlans.isEmpty() || vlans.contains(vlan);
        }
    }

    private static void require(int vlan) {
        if (vlan < 1 || vlan > VlanTag.LAST) {
            throw new IllegalArgumentException(
                    "a VLAN has a number from 1 to " + VlanTag.LAST + ", not " + vlan);
        }
    }
}
