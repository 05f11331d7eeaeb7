package org.sockeye.stack.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService.Unreachable;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Header;

/** Echoes, and errors about packets (RFC 4443). */
final class Icmpv6 {

    /** So many errors may be sent at once, and then one each {@link #REFILL} nanoseconds (RFC 4443, section 2.4 f). */
    static final int BURST = 10;
    static final long REFILL = 100_000_000;

    private final Ipv6 network;
    private final EventQueue events;
    private final Pings pings;
    private long tokens = BURST;
    private long refilled;

    Icmpv6(Ipv6 network, EventQueue events) {
        this.network = network;
        this.events = events;
        this.pings = new Pings(events);
    }

    /** Sends an echo request; {@code answer} gets true if the reply comes within {@code timeout} nanoseconds. */
    void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        Optional<IpAddress> source = network.sourceFor(destination);
        if (!(source.orElse(null) instanceof Ipv6Address from && destination instanceof Ipv6Address to)) {
            answer.accept(false);
            return;
        }
        int identifier = pings.begin(timeout, answer);
        send(Icmpv6Message.ECHO_REQUEST, 0, from, to, identifier << 16 | 1, Pings.data());
    }

    private void send(int type, int code, Ipv6Address source, Ipv6Address destination, int word, byte[] data) {
        byte[] message = Icmpv6Message.emit(type, code, source, destination, Icmpv6Message.body(word, data));
        network.send(source, destination, Icmpv6Message.PROTOCOL, Content.of(message));
    }

    /** An echo request of ours, quoted here, did not arrive. */
    void unreachable(byte[] quoted) {
        Icmpv6Message.parse(quoted, 0, quoted.length)
                .filter(message -> message.type() == Icmpv6Message.ECHO_REQUEST)
                .ifPresent(request -> pings.end(Icmpv6Message.word(quoted, 0) >>> 16, false));
    }

    /** An echo or error arrived. */
    void message(Ipv6Header header, Icmpv6Message message, byte[] bytes) {
        int word = Icmpv6Message.word(bytes, 0);
        switch (message.type()) {
            case Icmpv6Message.ECHO_REQUEST -> echo(header, word, bytes);
            case Icmpv6Message.ECHO_REPLY -> pings.end(word >>> 16, true);
            case Icmpv6Message.PACKET_TOO_BIG -> network.tooBig(word, bytes, Icmpv6Message.BODY_LENGTH);
            default -> {
                Unreachable error = error(message);
                if (error != null) {
                    network.unreachable(error, bytes, Icmpv6Message.BODY_LENGTH);
                }
            }
        }
    }

    /** What was sent to a group is answered from an address of this node alone (RFC 4443, section 4.2). */
    private void echo(Ipv6Header request, int word, byte[] bytes) {
        Optional<Ipv6Address> own = request.destination().isMulticast() ? network.source(request.source())
                : Optional.of(request.destination());
        byte[] data = Arrays.copyOfRange(bytes, Icmpv6Message.BODY_LENGTH, bytes.length);
        own.ifPresent(source -> send(Icmpv6Message.ECHO_REPLY, 0, source, request.source(), word, data));
    }

    private static @Nullable Unreachable error(Icmpv6Message message) {
        return switch (message.type()) {
            case Icmpv6Message.TIME_EXCEEDED -> Unreachable.TIME_EXCEEDED;
            case Icmpv6Message.PARAMETER_PROBLEM ->
                message.code() == Icmpv6Message.UNKNOWN_NEXT_HEADER ? Unreachable.PROTOCOL : Unreachable.HOST;
            case Icmpv6Message.UNREACHABLE -> switch (message.code()) {
                case Icmpv6Message.NO_ROUTE -> Unreachable.NETWORK;
                case Icmpv6Message.PORT_UNREACHABLE -> Unreachable.PORT;
                default -> Unreachable.HOST;
            };
            default -> null;
        };
    }

    /**
     * Tells a packet's sender what became of it, unless nobody may be told (RFC 4443, section 2.4 e): never about an error,
     * to many, or about what was sent to many, but for a packet too big and an option that asks for it.
     *
     * @param word the MTU or the pointer, where the type has one
     */
    void error(Content packet, int type, int code, int word) {
        byte[] bytes = packet.bytes();
        Ipv6Header about = Ipv6Header.parse(bytes, 0, bytes.length).orElse(null);
        boolean toMany = type == Icmpv6Message.PACKET_TOO_BIG
                || type == Icmpv6Message.PARAMETER_PROBLEM && code == Icmpv6Message.UNKNOWN_OPTION;
        if (about == null || about.source().isUnspecified() || about.source().isMulticast()
                || about.destination().isMulticast() && !toMany || isError(about, bytes) || !mayTell()) {
            return;
        }
        int most = Ipv6Header.MINIMUM_MTU - Ipv6Header.LENGTH - Icmpv6Message.BODY_LENGTH;
        byte[] quoted = Arrays.copyOf(bytes, Math.min(bytes.length, most));
        Optional<Ipv6Address> from = network.isLocal(about.destination()) ? Optional.of(about.destination())
                : network.source(about.source());
        from.ifPresent(source -> send(type, code, source, about.source(), word, quoted));
    }

    private boolean mayTell() {
        long fresh = (events.now() - refilled) / REFILL;
        tokens = Math.min(BURST, tokens + fresh);
        refilled += fresh * REFILL;
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }

    private static boolean isError(Ipv6Header header, byte[] packet) {
        Ipv6Chain chain = Ipv6Chain.walk(packet, 0, header.nextHeader(), packet.length);
        return chain.protocol() == Icmpv6Message.PROTOCOL && (chain.isPart() || Icmpv6Message
                .parse(packet, chain.offset(), packet.length - chain.offset()).map(Icmpv6Message::isError)
                .orElse(true));
    }
}
