package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.VlanTrunk;
import org.sockeye.stack.network.Subnet;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * Gives every interface of hosts and routers its address: the one that was asked for, or the next free one of its
 * segment. Segments are 10.0.1.0/24, 10.0.2.0/24 and so on; in each, routers begin at .1 and hosts at .2.
 */
final class AddressPlan {

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<LinkEnd, Given> given = new LinkedHashMap<>();
    private final Map<LinkEnd, InterfaceSpec> interfaces = new LinkedHashMap<>();
    private final Map<LinkEnd, MacAddress> macs = new HashMap<>();
    private final SubnetPool subnets = new SubnetPool();
    private final Map<LinkEnd, Integer> maximumPayloads = new HashMap<>();

    /** An address that was asked for. */
    private record Given(Ipv4Address address, Subnet subnet) {
    }

    AddressPlan(List<Device> all, List<List<LinkEnd>> segments, List<LinkSpec> links) {
        Map<String, Integer> order = new HashMap<>();
        for (Device device : all) {
            order.put(device.name(), order.size());
            devices.put(device.name(), device);
            read(device);
        }
        for (LinkSpec link : links) {
            maximumPayloads.put(link.a(), link.options().maximumPayload());
            maximumPayloads.put(link.b(), link.options().maximumPayload());
        }
        Comparator<LinkEnd> described = Comparator.comparingInt(end -> order.getOrDefault(end.device(), 0));
        List<List<LinkEnd>> addressed = segments.stream()
                .map(ends -> ends.stream().filter(end -> !device(end).isBridge()).sorted(described).toList())
                .filter(ends -> !ends.isEmpty()).toList();
        List<@Nullable Subnet> wanted = new ArrayList<>();
        for (List<LinkEnd> segment : addressed) {
            Subnet subnet = subnetGiven(segment);
            wanted.add(subnet);
            if (subnet != null) {
                subnets.claim(subnet, segment.get(0));
            }
        }
        for (int i = 0; i < addressed.size(); i++) {
            Subnet subnet = wanted.get(i);
            assign(addressed.get(i), subnet != null ? subnet : subnets.next(addressed.get(i)));
        }
    }

    /** Every interface of a host or router, by its end. */
    Map<LinkEnd, InterfaceSpec> interfaces() {
        return interfaces;
    }

    private Device device(LinkEnd end) {
        Device device = devices.get(end.device());
        if (device == null) {
            throw new IllegalStateException(end + " belongs to no device");
        }
        return device;
    }

    private void read(Device device) {
        List<String> addresses = device.addresses().stream()
                .filter(text -> !Ipv6Plan.isOfIpv6(text)).toList();
        if (addresses.size() > device.interfaces().size()) {
            throw new TopologyMistake(device.name(), device.name() + " has " + addresses.size()
                    + " addresses for " + device.interfaces().size()
                    + " links; give one a link, in the order of its links");
        }
        for (int i = 0; i < addresses.size(); i++) {
            given.put(device.interfaces().get(i), parse(device.name(), addresses.get(i)));
        }
    }

    private static Given parse(String device, String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}") || Integer.parseInt(parts[1]) < 8
                || Integer.parseInt(parts[1]) > 30) {
            throw new TopologyMistake(device,
                    "'" + text + "' is no address with a prefix of 8 to 30 bits; write it like 10.0.1.2/24");
        }
        Ipv4Address address;
        try {
            address = Ipv4Address.parse(parts[0]);
        } catch (IllegalArgumentException e) {
            throw new TopologyMistake(device, String.valueOf(e.getMessage()));
        }
        Subnet subnet = new Subnet(address, Integer.parseInt(parts[1]));
        boolean many = address.equals(subnet.address()) || subnet.broadcast().filter(address::equals).isPresent();
        if (many || address.isLoopback() || address.isMulticast() || address.bits() >>> 24 == 0
                || address.bits() >>> 28 == 0xf) {
            throw new TopologyMistake(device, text + " cannot be the address of one interface; take another of "
                    + (many ? subnet : "the private ones, such as 10.0.1.2/24"));
        }
        return new Given(address, subnet);
    }

    private @Nullable Subnet subnetGiven(List<LinkEnd> segment) {
        LinkEnd first = null;
        Subnet subnet = null;
        for (LinkEnd end : segment) {
            Given asked = given.get(end);
            if (asked != null && subnet != null && !asked.subnet.equals(subnet)) {
                throw new TopologyMistake(end.device(), end + " is in " + asked.subnet + ", but its neighbour " + first
                        + " is in " + subnet + "; neighbours need addresses of the same subnet");
            }
            if (asked != null && subnet == null) {
                first = end;
                subnet = asked.subnet;
            }
        }
        return subnet;
    }

    private void assign(List<LinkEnd> segment, Subnet subnet) {
        Map<Ipv4Address, LinkEnd> owners = new LinkedHashMap<>();
        for (LinkEnd end : segment) {
            Given asked = given.get(end);
            if (asked != null) {
                LinkEnd other = owners.putIfAbsent(asked.address, end);
                if (other != null) {
                    throw new TopologyMistake(end.device(),
                            end + " and " + other + " both have the address " + asked.address + "; change one");
                }
                put(end, asked.address, subnet);
            }
        }
        assign(segment.stream().filter(end -> device(end).isRouter()).toList(), subnet, 1, owners);
        assign(segment.stream().filter(end -> !device(end).isRouter()).toList(), subnet, 2, owners);
    }

    /** Gives free addresses to those that asked for none, from the one with that number on. */
    private void assign(List<LinkEnd> ends, Subnet subnet, int first, Map<Ipv4Address, LinkEnd> owners) {
        Ipv4Address address = new Ipv4Address(Ipv4Address.of(subnet.address().toBytes(), 0).bits() + first);
        for (LinkEnd end : ends) {
            if (given.containsKey(end)) {
                continue;
            }
            while (owners.containsKey(address)) {
                address = new Ipv4Address(address.bits() + 1);
            }
            if (!subnet.contains(address) || subnet.broadcast().filter(address::equals).isPresent()) {
                throw new TopologyMistake(end.device(), "no address of " + subnet + " is left for " + end
                        + "; put fewer devices on one link, or give addresses of a larger subnet");
            }
            owners.put(address, end);
            put(end, address, subnet);
        }
    }

    /**
     * MAC addresses are locally administered (IEEE 802, section 8.2), with the IP address in them for easy reading. A card
     * has but one, in all virtual LANs.
     */
    private void put(LinkEnd end, Ipv4Address address, Subnet subnet) {
        LinkEnd card = new LinkEnd(end.device(), VlanTrunk.card(end.port()));
        MacAddress mac = macs.computeIfAbsent(card,
                first -> new MacAddress(0x0200_0000_0000L | address.bits() & 0xffff_ffffL));
        interfaces.put(end, new InterfaceSpec(end.port(), mac, address, subnet,
                maximumPayloads.getOrDefault(card, EthernetInterface.MAXIMUM_PAYLOAD)));
    }
}
