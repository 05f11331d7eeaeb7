package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sockeye.stack.application.Resolver;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.Sockets;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.transport.DatagramTransport;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.wire.IpAddress;

/** The sockets of one host: its transports, resolver and network layer behind one door. */
record HostSockets(StreamTransport streams, DatagramTransport datagrams, Resolver resolver, NetworkService network)
        implements Sockets {

    @Override
    public StreamSocket stream() {
        return streams.open();
    }

    @Override
    public DatagramSocket datagram() {
        return datagrams.open();
    }

    @Override
    public void resolve(String name, Consumer<List<IpAddress>> answer) {
        resolver.addresses(name, answer);
    }

    @Override
    public void reverse(IpAddress address, Consumer<String> answer) {
        resolver.name(address, answer);
    }

    @Override
    public void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        network.ping(destination, timeout, answer);
    }

    @Override
    public List<Socket> open() {
        List<Socket> open = new ArrayList<>(streams.sockets());
        open.addAll(datagrams.sockets());
        return List.copyOf(open);
    }
}
