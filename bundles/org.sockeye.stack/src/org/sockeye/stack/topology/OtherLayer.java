package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.network.Assigned;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.wire.IpAddress;

/** A network layer that is not IP, on interfaces whose addresses stay as the topology has them. */
record OtherLayer(NetworkService service, List<NetworkInterface> interfaces) implements NetworkLayer {

    /** A host's. */
    static OtherLayer build(Site site, HostSpec spec) {
        Interfaces made = new Interfaces(site, spec.name(), spec.options().link());
        List<NetworkInterface> interfaces = new ArrayList<>();
        interfaces.add(assigned(made, Interfaces.LOOPBACK));
        spec.interfaces().forEach(port -> interfaces.add(assigned(made, port)));
        NetworkService service = site.layers().network(spec.options().network())
                .make(List.copyOf(interfaces), site.environment(spec.name()));
        return new OtherLayer(service, List.copyOf(interfaces));
    }

    private static NetworkInterface assigned(Interfaces made, InterfaceSpec spec) {
        return new NetworkInterface(made.make(spec), spec.address(), spec.subnet());
    }

    @Override
    public List<Assigned> assigned() {
        return interfaces.stream().map(NetworkInterface::assigned).toList();
    }

    @Override
    public List<IpAddress> addresses() {
        return interfaces.stream().filter(port -> !port.isLoopback()).<IpAddress>map(NetworkInterface::address)
                .toList();
    }
}
