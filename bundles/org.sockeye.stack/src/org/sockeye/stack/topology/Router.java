package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.network.Ipv4;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.RoutingTable;

/** A router of a network. */
public final class Router {

    private final RouterSpec spec;
    private final Ipv4 network;

    Router(RouterSpec spec, Ipv4 network) {
        this.spec = spec;
        this.network = network;
    }

    public String name() {
        return spec.name();
    }

    /** Its interfaces, "lo" first. */
    public List<NetworkInterface> interfaces() {
        return network.interfaces();
    }

    /** Its network layer: to translate addresses, to choose among paths. */
    public Ipv4 network() {
        return network;
    }

    public RoutingTable routes() {
        return network.routes();
    }
}
