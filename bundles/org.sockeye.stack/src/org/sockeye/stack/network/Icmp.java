package org.sockeye.stack.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

/** How network layers talk to one another: echoes, and errors about datagrams (RFC 792; RFC 1122, section 3.2.2). */
final class Icmp {

    /** How much of a datagram's payload an error quotes, in bytes: enough for the ports (RFC 792). */
    private static final int QUOTED = 8;

    private final String device;
    private final Ipv4 network;
    private final EventQueue events;
    private final Trace trace;
    private final Pings pings;

    Icmp(String device, Ipv4 network, EventQueue events, Trace trace) {
        this.device = device;
        this.network = network;
        this.events = events;
        this.trace = trace;
        this.pings = new Pings(events);
    }

    /** Sends an echo request; {@code answer} gets true if the reply comes within {@code timeout} nanoseconds. */
    void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        Optional<IpAddress> source = network.sourceFor(destination);
        if (source.isEmpty()) {
            answer.accept(false);
            return;
        }
        int identifier = pings.begin(timeout, answer);
        byte[] request = IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, identifier, 1).emit(Pings.data());
        network.send(source.get(), destination, IcmpMessage.PROTOCOL, Content.of(request));
    }

    /** An echo request of ours, quoted here, did not arrive. */
    void unreachable(byte[] quoted) {
        IcmpMessage.parse(quoted, 0, quoted.length)
                .filter(message -> message.type() == IcmpMessage.ECHO_REQUEST)
                .ifPresent(request -> pings.end(request.identifier(), false));
    }

    /** A message arrived. */
    void message(Ipv4Header header, Content segment) {
        byte[] bytes = segment.bytes();
        IcmpMessage message = IcmpMessage.parse(bytes, 0, bytes.length).orElse(null);
        if (message == null || !IcmpMessage.verify(bytes, 0, bytes.length)) {
            trace.note(events.now(), device, segment.frame(),
                    "dropped at " + device + ": bad checksum of ICMP message");
            return;
        }
        switch (message.type()) {
            case IcmpMessage.ECHO_REQUEST -> echo(header, message, bytes);
            case IcmpMessage.ECHO_REPLY -> pings.end(message.identifier(), true);
            default -> {
                Unreachable error = error(message);
                if (error == Unreachable.FRAGMENTATION_NEEDED) {
                    network.tooBig(message.sequence(), bytes, IcmpMessage.LENGTH);
                }
                if (error != null) {
                    network.unreachable(error, bytes, IcmpMessage.LENGTH);
                }
            }
        }
    }

    private void echo(Ipv4Header request, IcmpMessage message, byte[] bytes) {
        if (!network.isLocal(request.destination())) {
            return;
        }
        byte[] data = Arrays.copyOfRange(bytes, IcmpMessage.LENGTH, bytes.length);
        IcmpMessage reply = IcmpMessage.of(IcmpMessage.ECHO_REPLY, 0, message.identifier(), message.sequence());
        network.send(request.destination(), request.source(), IcmpMessage.PROTOCOL, Content.of(reply.emit(data)));
    }

    private static @Nullable Unreachable error(IcmpMessage message) {
        if (message.type() == IcmpMessage.TIME_EXCEEDED) {
            return Unreachable.TIME_EXCEEDED;
        }
        return message.type() != IcmpMessage.UNREACHABLE ? null : switch (message.code()) {
            case IcmpMessage.NETWORK_UNREACHABLE -> Unreachable.NETWORK;
            case IcmpMessage.PROTOCOL_UNREACHABLE -> Unreachable.PROTOCOL;
            case IcmpMessage.PORT_UNREACHABLE -> Unreachable.PORT;
            case IcmpMessage.FRAGMENTATION_NEEDED -> Unreachable.FRAGMENTATION_NEEDED;
            default -> Unreachable.HOST;
        };
    }

    /**
     * Tells a datagram's sender what became of it, unless nobody may be told (RFC 1122, section 3.2.2): never about an
     * error, about what was sent to many, or about any but the first fragment.
     */
    void error(Content datagram, int type, int code, int nextMtu) {
        byte[] bytes = datagram.bytes();
        Ipv4Header about = Ipv4Header.parse(bytes, 0, bytes.length).orElse(null);
        if (about == null || about.fragmentOffset() > 0 || !isOne(about.source()) || about.destination().isMulticast()
                || network.isBroadcast(about.destination()) || isError(about, bytes)) {
            return;
        }
        byte[] quoted = Arrays.copyOf(bytes, Math.min(bytes.length, about.headerLength() + QUOTED));
        Optional<IpAddress> from = network.isLocal(about.destination()) ? Optional.of(about.destination())
                : network.sourceFor(about.source());
        from.ifPresent(source -> network.send(source, about.source(), IcmpMessage.PROTOCOL,
                Content.of(IcmpMessage.of(type, code, 0, nextMtu).emit(quoted))));
    }

    private static boolean isOne(Ipv4Address address) {
        return !address.isUnspecified() && !address.isMulticast() && !address.equals(Ipv4Address.BROADCAST);
    }

    private static boolean isError(Ipv4Header header, byte[] datagram) {
        return header.protocol() == IcmpMessage.PROTOCOL && IcmpMessage
                .parse(datagram, header.headerLength(), datagram.length - header.headerLength())
                .map(IcmpMessage::isError).orElse(true);
    }
}
