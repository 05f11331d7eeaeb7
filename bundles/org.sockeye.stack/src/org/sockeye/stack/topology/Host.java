package org.sockeye.stack.topology;

import java.util.List;
import java.util.stream.Stream;
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

    Host(HostSpec spec, NetworkLayer layers, Sockets sockets) {
        this.spec = spec;
        this.layers = layers;
        this.network = layers.service();
        this.sockets = sockets;
    }

    public String name() {
        return spec.name();
    }

    /** The addresses by which others reach it, those of IPv4 first, in the order of its interfaces. */
    public List<IpAddress> addresses() {
        Stream<IpAddress> four = layers.four().interfaces().stream().filter(port -> !port.isLoopback())
                .map(NetworkInterface::address);
        Stream<IpAddress> six = layers.six().stream().flatMap(layer -> layer.addresses().stream())
                .filter(address -> !address.isLoopback() && !address.isLinkLocal());
        return Stream.concat(four, six).toList();
    }

    /** Its interfaces, "lo" first. */
    public List<NetworkInterface> interfaces() {
        return layers.four().interfaces();
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
