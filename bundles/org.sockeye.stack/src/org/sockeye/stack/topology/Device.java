package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockeye.stack.link.PortVlans;
import org.sockeye.stack.trace.LinkEnd;

/** A device of a topology that is being put together, with the ends of its links so far. */
final class Device {

    private final String name;
    private final DeviceOptions options;
    private final List<LinkEnd> ends = new ArrayList<>();
    private int cables;
    private int antennas;

    Device(String name, DeviceOptions options) {
        this.name = name;
        this.options = options;
    }

    String name() {
        return name;
    }

    DeviceOptions options() {
        return options;
    }

    /** Each end once, in the order of the links. */
    List<LinkEnd> ends() {
        return ends;
    }

    /** The ends that have an address: of a port that is part of virtual LANs there is one for each of them. */
    List<LinkEnd> interfaces() {
        return ends.stream().flatMap(end -> options instanceof RouterOptions router
                && router.vlans().containsKey(end.port())
                        ? router.vlans().get(end.port()).stream().map(vlan -> inside(end, vlan))
                        : Stream.of(end))
                .toList();
    }

    /** Of which virtual LANs a port is part. */
    PortVlans vlans(String port) {
        return switch (options) {
            case SwitchOptions plain -> plain.vlans(port);
            case RouterOptions router when router.vlans().get(port) instanceof List<Integer> lans ->
                PortVlans.trunk(lans);
            default -> PortVlans.NONE;
        };
    }

    /** Where frames of a virtual LAN go that enter there; they stay apart from others. */
    LinkEnd inside(LinkEnd end, int vlan) {
        return isBridge() ? new LinkEnd(name, "lan " + vlan)
                : vlans(end.port()) instanceof PortVlans.Plain ? end : new LinkEnd(name, end.port() + "." + vlan);
    }

    /** True if it passes frames on as they are, so that all its links are one segment. */
    boolean isBridge() {
        return options instanceof SwitchOptions || isAccessPoint();
    }

    boolean isAccessPoint() {
        return options instanceof AccessPointOptions;
    }

    boolean isHost() {
        return options instanceof HostOptions;
    }

    boolean isRouter() {
        return options instanceof RouterOptions;
    }

    boolean speaksIpv6() {
        return switch (options) {
            case HostOptions host -> host.spoken().hasSix();
            case RouterOptions router -> router.spoken().hasSix();
            case OutsideOptions outside -> outside.spoken().hasSix();
            case SwitchOptions plain -> false;
            case AccessPointOptions radio -> false;
        };
    }

    String kind() {
        return switch (options) {
            case HostOptions host -> "host";
            case RouterOptions router -> "router";
            case SwitchOptions plain -> "switch";
            case AccessPointOptions radio -> "access point";
            case OutsideOptions outside -> "outside device";
        };
    }

    /** The addresses that were asked for. */
    List<String> addresses() {
        return switch (options) {
            case HostOptions host -> host.addresses();
            case RouterOptions router -> router.addresses();
            case SwitchOptions plain -> List.of();
            case AccessPointOptions radio -> List.of();
            case OutsideOptions outside -> outside.addresses();
        };
    }

    /**
     * The end of one more link. Interfaces are eth0, eth1 and so on, ports are p1, p2 and so on, antennas are wlan0, wlan1
     * and so on; an access point has but one antenna for all.
     */
    LinkEnd nextEnd(boolean radio) {
        String port = radio ? "wlan" + (isAccessPoint() ? 0 : antennas++)
                : isBridge() ? "p" + ++cables : "eth" + cables++;
        LinkEnd end = new LinkEnd(name, port);
        if (!ends.contains(end)) {
            ends.add(end);
        }
        return end;
    }
}
