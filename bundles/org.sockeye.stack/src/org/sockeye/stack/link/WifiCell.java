package org.sockeye.stack.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Radio;
import org.sockeye.stack.physical.RadioLink;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.MacAddress;

/**
 * The stations of one access point and the radio channel that they share (a basic service set). Whoever is in it is
 * associated: there are no management frames.
 */
public final class WifiCell {

    private final Radio radio;
    private final MacAddress accessPoint;
    private final Map<MacAddress, LinkEnd> stations = new LinkedHashMap<>();

    /** @param accessPoint the access point's address on the air (the BSSID) */
    public WifiCell(Radio radio, MacAddress accessPoint) {
        this.radio = radio;
        this.accessPoint = accessPoint;
    }

    /** Gives the way between a station and the access point conditions of its own. */
    public RadioLink link(String name, LinkEnd station, LinkEnd accessPointEnd, LinkConditions conditions) {
        return radio.link(name, station, accessPointEnd, conditions);
    }

    Radio radio() {
        return radio;
    }

    /** The access point's address. */
    public MacAddress accessPoint() {
        return accessPoint;
    }

    void join(MacAddress address, LinkEnd end) {
        stations.put(address, end);
    }

    /** Where that address is on the air; null if nowhere, or everywhere. */
    @Nullable
    LinkEnd at(MacAddress address) {
        return stations.get(address);
    }

    boolean has(MacAddress address) {
        return stations.containsKey(address);
    }
}
