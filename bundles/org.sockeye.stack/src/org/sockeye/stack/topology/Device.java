package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
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
