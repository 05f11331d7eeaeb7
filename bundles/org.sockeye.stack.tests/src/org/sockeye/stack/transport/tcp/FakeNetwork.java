package org.sockeye.stack.transport.tcp;

import java.util.Optional;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** A network layer without a network: what is sent goes to whoever the test says. */
final class FakeNetwork implements NetworkService {

    private final IpAddress address;
    private final Outlet outlet;
    private Receiver receiver;
    /** The largest segment that fits the path. */
    int maximumSegment = 1480;
    /** The traffic class of what was sent last. */
    int trafficClass;

    /** What was sent last may be cut into fragments. */
    boolean divisible;

    interface Outlet {

        void sent(IpAddress source, IpAddress destination, Content segment);
    }

    FakeNetwork(IpAddress address, Outlet outlet) {
        this.address = address;
        this.outlet = outlet;
    }

    IpAddress address() {
        return address;
    }

    Receiver receiver() {
        return receiver;
    }

    @Override
    public boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int services,
            Content segment) {
        trafficClass = services;
        divisible = false;
        outlet.sent(source, destination, segment);
        return true;
    }

    @Override
    public boolean sendDivisible(IpAddress source, IpAddress destination, int protocol, int timeToLive, int services,
            Content segment) {
        boolean sent = send(source, destination, protocol, timeToLive, services, segment);
        divisible = true;
        return sent;
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress destination) {
        boolean routed = isLocal(destination) || destination.toString().startsWith("10.");
        return routed ? Optional.of(destination.isLoopback() ? destination : address) : Optional.empty();
    }

    @Override
    public boolean isLocal(IpAddress candidate) {
        return candidate.equals(address) || candidate.equals(Ipv4Address.LOOPBACK);
    }

    @Override
    public int maximumSegment(IpAddress destination) {
        return maximumSegment;
    }

    @Override
    public void attach(int protocol, Receiver transport) {
        receiver = transport;
    }

    @Override
    public void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment) {
        throw new AssertionError("TCP answers with RST");
    }
}
