package org.sockeye.stack.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.WifiCell;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Radio;
import org.sockeye.stack.physical.RadioLink;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;

/** Where a network is put together: the cables that lie there already, and what every device needs from outside. */
final class Site {

    private final Topology topology;
    private final EventQueue events;
    private final Trace trace;
    private final Randomness randomness;
    private final Layers layers;
    private final Routes routes;
    private final Routes ipv6Routes;
    private final KnownNames names;
    private final Ipv6Plan ipv6;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<LinkEnd, Radio> radios = new LinkedHashMap<>();
    private final Map<LinkEnd, WifiCell> cells = new LinkedHashMap<>();
    private final Map<LinkEnd, Plug> plugs = new LinkedHashMap<>();

    Site(Topology topology, EventQueue events, Trace trace, Randomness randomness) {
        this.layers = topology.layers();
        this.topology = topology;
        this.events = events;
        this.trace = trace;
        this.randomness = randomness;
        this.routes = new Routes(topology, IpVersions::hasFour);
        this.ipv6Routes = new Routes(topology, IpVersions::hasSix);
        this.ipv6 = new Ipv6Plan(topology.devices());
        this.names = new KnownNames(topology, ipv6);
        for (DeviceSpec device : topology.devices()) {
            if (device instanceof AccessPointSpec accessPoint) {
                Radio radio = new Radio(events, trace, randomness);
                radios.put(accessPoint.antenna(), radio);
                cells.put(accessPoint.antenna(), new WifiCell(radio, accessPoint.mac()));
            }
        }
        for (LinkSpec spec : topology.links()) {
            Link link = spec.radio() ? radio(spec)
                    : link(spec.name(), spec.a(), spec.b(), spec.options().there());
            link.conditions(spec.a(), spec.options().there());
            link.conditions(spec.b(), spec.options().back());
        }
    }

    private Link radio(LinkSpec spec) {
        LinkEnd antenna = cells.containsKey(spec.b()) ? spec.b() : spec.a();
        LinkEnd station = antenna.equals(spec.b()) ? spec.a() : spec.b();
        Radio radio = radios.get(antenna);
        if (radio == null) {
            throw new IllegalArgumentException("no access point has an antenna at " + antenna
                    + "; a card for radio needs a link to an access point");
        }
        RadioLink link = radio.link(spec.name(), spec.a(), spec.b(), spec.options().there());
        links.put(spec.name(), link);
        plugs.put(station, new Plug.Air(station, cell(antenna)));
        return link;
    }

    /** The radio network of the access point with that antenna. */
    WifiCell cell(LinkEnd antenna) {
        WifiCell cell = cells.get(antenna);
        if (cell == null) {
            throw new IllegalArgumentException("no access point has an antenna at " + antenna
                    + "; a card for radio needs a link to an access point");
        }
        return cell;
    }

    Topology topology() {
        return topology;
    }

    EventQueue events() {
        return events;
    }

    Trace trace() {
        return trace;
    }

    Randomness randomness() {
        return randomness;
    }

    Layers layers() {
        return layers;
    }

    /** What the layers of a device get from outside. */
    Environment environment(String device) {
        return new Environment(device, events, randomness, trace);
    }

    /** The ways through routers that speak IPv4. */
    Routes routes() {
        return routes;
    }

    /** The ways through routers that speak IPv6, with the addresses that they have in IPv4. */
    Routes ipv6Routes() {
        return ipv6Routes;
    }

    /** Addresses and routes of IPv6. */
    Ipv6Plan ipv6() {
        return ipv6;
    }

    /** What is known by name. */
    KnownNames names() {
        return names;
    }

    /** The links by their names. */
    Map<String, Link> links() {
        return links;
    }

    /** Lays a cable. */
    Cable link(String name, LinkEnd a, LinkEnd b, LinkConditions conditions) {
        Cable link = new Cable(name, a, b, conditions, events, trace, randomness);
        links.put(name, link);
        plugs.put(a, new Plug.Wire(a, link));
        plugs.put(b, new Plug.Wire(b, link));
        return link;
    }

    /** What can be plugged in there. */
    Plug at(LinkEnd end) {
        Plug plug = plugs.get(end);
        if (plug == null) {
            throw new IllegalArgumentException("no link leads to " + end + "; add one to the topology");
        }
        return plug;
    }

    /** What a frame on the link that ends there may carry, in bytes. */
    int maximumPayload(LinkEnd end) {
        return topology.links().stream().filter(link -> link.a().equals(end) || link.b().equals(end)).findFirst()
                .map(link -> link.options().maximumPayload()).orElse(EthernetInterface.MAXIMUM_PAYLOAD);
    }

    /** The cable that ends there. */
    Cable cable(LinkEnd end) {
        if (at(end) instanceof Plug.Wire wire) {
            return wire.cable();
        }
        throw new IllegalArgumentException(
                "no cable leads to " + end + "; a card for cables cannot be at the end of a radio link");
    }
}
