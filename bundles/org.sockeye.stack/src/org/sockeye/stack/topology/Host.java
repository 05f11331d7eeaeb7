package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.network.Assigned;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.wire.IpAddress;

/** A host of a network: programs run here. */
public final class Host {

    private final HostSpec spec;
    private final NetworkLayer layers;
    private final NetworkService network;
    private final Sockets sockets;

    Host(HostSpec spec, NetworkLayer layers, NetworkService network, Sockets sockets) {
        this.spec = spec;
        this.layers = layers;
        this.network = network;
        this.sockets = sockets;
    }

    public String name() {
        return spec.name();
    }

    /** The addresses by which others reach it, those of IPv4 first, in the order of its interfaces. */
    public List<IpAddress> addresses() {
        return layers.addresses();
    }

    /** Its interfaces, "lo" first. */
    public List<NetworkInterface> interfaces() {
        return layers.interfaces();
    }

    /** Every interface's addresses, those of "lo" first; an interface without any has the unspecified one. */
    public List<Assigned> assigned() {
        return layers.assigned();
    }

    /** What its programs may open and ask. */
    public Sockets sockets() {
        return sockets;
    }

    /** Its network layer, for further transports. */
    public NetworkService network() {
        return network;
    }
}
