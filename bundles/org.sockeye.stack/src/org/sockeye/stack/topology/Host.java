package org.sockeye.stack.topology;

import java.util.*;
import java.util.function.Consumer;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.*;
import org.sockeye.stack.time.*;
import org.sockeye.stack.trace.*;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.wire.*;

public final class Host implements NetworkService, Sockets {
    final String name;
    final IpAddress address;
    final Network network;
    final TcpTransport tcp;
    Receiver receiver;

    Host(String name, IpAddress a, Network n) {
        this.name = name;
        address = a;
        network = n;
        tcp = new TcpTransport(name, this, n.events(), new Randomness(1), n.trace());
    }

    public String name() { return name; }

    public List<IpAddress> addresses() { return List.of(address, Ipv4Address.LOOPBACK); }

    public Sockets sockets() { return this; }

    public boolean send(IpAddress source, IpAddress destination, int protocol, int ttl, Content segment) {
        Host to = network.hosts().stream()
                .filter(h -> h.isLocal(destination) && (!destination.isLoopback() || h == this)).findFirst()
                .orElse(null);
        if (to == null)
            return false;
        network.trace().sent(network.events().now(), network.events().now() + 1000000, new LinkEnd(name, "eth0"),
                new LinkEnd(to.name, "eth0"), segment, null);
        network.events().after(1000000, () -> to.receiver.segment(source, destination, segment));
        return true;
    }

    public boolean send(IpAddress source, IpAddress destination, int protocol, Content segment) {
        return send(source, destination, protocol, 64, segment);
    }

    public Optional<IpAddress> sourceFor(IpAddress d) { return Optional.of(d.isLoopback() ? d : address); }

    public boolean isLocal(IpAddress a) { return a.equals(address) || a.isLoopback(); }

    public int maximumSegment(IpAddress d) { return 1480; }

    public void attach(int protocol, Receiver r) { receiver = r; }

    public void portUnreachable(IpAddress s, IpAddress d, int p, Content seg) {}

    public StreamSocket stream() { return tcp.open(); }

    public DatagramSocket datagram() { throw new UnsupportedOperationException(); }

    public void resolve(String n, Consumer<List<IpAddress>> answer) {
        network.events().after(1000000, () -> answer
                .accept(network.hosts().stream().filter(h -> h.name.equals(n)).map(h -> h.address).toList()));
    }

    public void reverse(IpAddress a, Consumer<String> answer) { answer.accept(""); }

    public void ping(IpAddress a, long t, Consumer<Boolean> answer) { answer.accept(true); }

    public List<Socket> open() { return List.copyOf(tcp.sockets()); }
}
