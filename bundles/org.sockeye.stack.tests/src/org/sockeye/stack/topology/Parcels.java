package org.sockeye.stack.topology;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * A network layer that is not IP: for one link, without a checksum, routers or errors. Everything is shouted to all
 * neighbours, and kept by whom it is for. A parcel is source and destination (4 bytes each), protocol (1), length (2), and
 * the segment.
 */
final class Parcels implements NetworkService {

    /** Free for experiments (IEEE 802, section 9.2.4). */
    static final int TYPE = 0x88b5;

    private static final int HEADER = 11;

    private final List<NetworkInterface> interfaces;
    private final Map<Integer, Receiver> receivers = new LinkedHashMap<>();

    Parcels(List<NetworkInterface> interfaces) {
        this.interfaces = interfaces;
        interfaces.forEach(port -> port.link().attach((type, broadcast, payload) -> arrived(type, payload)));
    }

    private Optional<NetworkInterface> towards(IpAddress destination) {
        return interfaces.stream().filter(port -> port.isLoopback() ? isLocal(destination)
                : destination instanceof Ipv4Address four && port.subnet().contains(four)).findFirst();
    }

    @Override
    public boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int trafficClass,
            Content segment) {
        Optional<LinkService> link = towards(destination).map(NetworkInterface::link);
        byte[] header = ByteBuffer.allocate(HEADER).put(source.toBytes()).put(destination.toBytes())
                .put((byte) protocol).putShort((short) segment.length()).array();
        link.ifPresent(there -> there.send(there.name().equals("lo") ? there.address() : MacAddress.BROADCAST, TYPE,
                segment.behind(header)));
        return link.isPresent();
    }

    private void arrived(int type, Content payload) {
        byte[] bytes = payload.bytes();
        if (type != TYPE || bytes.length < HEADER) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        IpAddress source = new Ipv4Address(header.getInt());
        IpAddress destination = new Ipv4Address(header.getInt());
        Receiver receiver = receivers.get(header.get() & 0xff);
        int length = header.getShort() & 0xffff;
        if (receiver != null && isLocal(destination) && length <= bytes.length - HEADER) {
            receiver.segment(source, destination, payload.part(HEADER, length));
        }
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress destination) {
        return isLocal(destination) ? Optional.of(destination) : towards(destination).map(NetworkInterface::address);
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return interfaces.stream().anyMatch(port -> port.address().equals(address));
    }

    @Override
    public int maximumSegment(IpAddress destination) {
        return towards(destination).map(port -> port.link().maximumPayload() - HEADER).orElse(0);
    }

    @Override
    public void attach(int protocol, Receiver receiver) {
        receivers.put(protocol, receiver);
    }

    @Override
    public void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment) {
        // Nobody is told.
    }
}
