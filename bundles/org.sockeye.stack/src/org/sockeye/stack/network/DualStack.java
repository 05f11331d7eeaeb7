package org.sockeye.stack.network;

import java.util.Optional;
import java.util.function.Consumer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * Both versions of IP under the same transports: addresses say which of them a segment goes by. A transport that is
 * bound to {@code ::} hears both (RFC 3493, section 3.7); addresses of IPv4 stay what they are.
 */
public final class DualStack implements NetworkService {

    private final NetworkService four;
    private final NetworkService six;

    public DualStack(NetworkService four, NetworkService six) {
        this.four = four;
        this.six = six;
    }

    private NetworkService of(IpAddress address) {
        return switch (address) {
            case Ipv4Address old -> four;
            case Ipv6Address young -> six;
        };
    }

    @Override
    public boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int trafficClass,
            Content segment) {
        return of(destination).send(source, destination, protocol, timeToLive, trafficClass, segment);
    }

    @Override
    public boolean sendDivisible(IpAddress source, IpAddress destination, int protocol, int timeToLive,
            int trafficClass, Content segment) {
        return of(destination).sendDivisible(source, destination, protocol, timeToLive, trafficClass, segment);
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress destination) {
        return of(destination).sourceFor(destination);
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return of(address).isLocal(address);
    }

    @Override
    public boolean isBroadcast(IpAddress address) {
        return of(address).isBroadcast(address);
    }

    @Override
    public boolean join(IpAddress group, String port) {
        return of(group).join(group, port);
    }

    @Override
    public void leave(IpAddress group, String port) {
        of(group).leave(group, port);
    }

    @Override
    public Optional<IpAddress> sourceFor(IpAddress group, String port) {
        return of(group).sourceFor(group, port);
    }

    @Override
    public boolean sendToGroup(IpAddress source, IpAddress group, int protocol, GroupOptions options,
            Content segment) {
        return of(group).sendToGroup(source, group, protocol, options, segment);
    }

    @Override
    public int maximumSegment(IpAddress destination) {
        return of(destination).maximumSegment(destination);
    }

    @Override
    public int interfaceMaximumSegment(IpAddress destination) {
        return of(destination).interfaceMaximumSegment(destination);
    }

    @Override
    public void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        of(destination).ping(destination, timeout, answer);
    }

    @Override
    public void attach(int protocol, Receiver receiver) {
        four.attach(protocol, receiver);
        six.attach(protocol, receiver);
    }

    @Override
    public void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment) {
        of(destination).portUnreachable(source, destination, protocol, segment);
    }
}
