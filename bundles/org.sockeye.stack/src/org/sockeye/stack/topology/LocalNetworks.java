package org.sockeye.stack.topology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sockeye.stack.link.PortVlans;
import org.sockeye.stack.trace.LinkEnd;

/**
 * The ends of links that hear each other's broadcasts: cables and radio join them, and switches those of their ports that
 * are part of the same virtual LAN.
 */
final class LocalNetworks {

    /** The LAN of ports that know nothing of virtual ones. */
    private static final int PLAIN = 0;

    private final Map<String, Device> devices;
    private final Segments segments = new Segments();
    /** All virtual LANs that some port belongs to; a trunk without a list carries them all. */
    private final TreeSet<Integer> vlans = new TreeSet<>();

    LocalNetworks(Map<String, Device> devices, Iterable<LinkSpec> links) {
        this.devices = devices;
        for (Device device : devices.values()) {
            if (device.options() instanceof SwitchOptions options) {
                requirePorts(device, options.vlans().keySet());
            } else if (device.options() instanceof RouterOptions options) {
                requirePorts(device, options.vlans().keySet());
            }
            device.ends().forEach(end -> note(device.vlans(end.port())));
        }
        for (LinkSpec link : links) {
            join(link);
        }
    }

    /** In the order in which their first ends were linked; of a bridge there is one end for each LAN inside it. */
    List<List<LinkEnd>> all() {
        return segments.all();
    }

    private static void requirePorts(Device device, Set<String> named) {
        List<String> ports = device.ends().stream().map(LinkEnd::port).toList();
        for (String port : new TreeSet<>(named)) {
            if (!ports.contains(port)) {
                throw new TopologyMistake(device.name(), device.name() + " has no port '" + port + "'; it has "
                        + String.join(", ", ports));
            }
        }
    }

    private void note(PortVlans port) {
        switch (port) {
            case PortVlans.Access access -> vlans.add(access.vlan());
            case PortVlans.Trunk trunk -> vlans.addAll(trunk.vlans());
            case PortVlans.Plain plain -> {
                // It has no number.
            }
        }
    }

    private void join(LinkSpec link) {
        PortVlans a = vlans(link.a());
        PortVlans b = vlans(link.b());
        if (a instanceof PortVlans.Trunk first && b instanceof PortVlans.Trunk second) {
            requireCarried(link.a(), first, link.b(), second);
            requireCarried(link.b(), second, link.a(), first);
            for (int vlan : vlans) {
                if (carries(first, vlan) && carries(second, vlan)) {
                    segments.join(inside(link.a(), vlan), inside(link.b(), vlan));
                }
            }
        } else if (a instanceof PortVlans.Trunk) {
            throw untagged(link.a(), link.b());
        } else if (b instanceof PortVlans.Trunk) {
            throw untagged(link.b(), link.a());
        } else {
            segments.join(inside(link.a(), untaggedLan(a)), inside(link.b(), untaggedLan(b)));
        }
    }

    /** A router's interface in a virtual LAN would be alone in the world if the switch did not carry that. */
    private void requireCarried(LinkEnd end, PortVlans.Trunk wanted, LinkEnd other, PortVlans.Trunk there) {
        Device device = devices.get(end.device());
        for (int vlan : wanted.vlans()) {
            if (device != null && device.isRouter() && !carries(there, vlan)) {
                throw new TopologyMistake(end.device(), end + " is part of VLAN " + vlan + ", which " + other
                        + " does not carry; add it there, or leave it out here");
            }
        }
    }

    private static TopologyMistake untagged(LinkEnd trunk, LinkEnd other) {
        return new TopologyMistake(trunk.device(), trunk + " is a trunk, but " + other
                + " knows no virtual LANs; let a trunk lead to a trunk, or give the port one virtual LAN");
    }

    private static boolean carries(PortVlans.Trunk trunk, int vlan) {
        return trunk.vlans().isEmpty() || trunk.vlans().contains(vlan);
    }

    private static int untaggedLan(PortVlans port) {
        return port instanceof PortVlans.Access access ? access.vlan() : PLAIN;
    }

    private PortVlans vlans(LinkEnd end) {
        Device device = devices.get(end.device());
        return device == null ? PortVlans.NONE : device.vlans(end.port());
    }

    private LinkEnd inside(LinkEnd end, int vlan) {
        Device device = devices.get(end.device());
        return device == null ? end : device.inside(end, vlan);
    }
}
