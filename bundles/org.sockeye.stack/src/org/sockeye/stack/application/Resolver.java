package org.sockeye.stack.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** A host's stub resolver (RFC 1034, section 5.3.1): asks a name server, and again if no answer comes. */
public final class Resolver {

    private final String host;
    private final Names own;
    private final Optional<Endpoint> server;
    private final Supplier<DatagramSocket> sockets;
    private final EventQueue events;
    private final Trace trace;
    private final RandomGenerator identifiers;

    /**
     * A resolver.
     *
     * @param own names that the host knows without asking
     * @param server the name server to ask; empty if there is none
     * @param sockets opens the socket to ask from, a new one each time, so that a late answer to one question is not
     *            taken for the answer to another
     */
    public Resolver(String host, Names own, Optional<IpAddress> server, Supplier<DatagramSocket> sockets,
            EventQueue events, Randomness randomness, Trace trace) {
        this.host = host;
        this.own = own;
        this.server = server.map(address -> new Endpoint(address, DnsMessage.PORT));
        this.sockets = sockets;
        this.events = events;
        this.trace = trace;
        this.identifiers = randomness.stream("dns " + host);
    }

    /** Looks up the addresses of a name; {@code answer} gets none if there is no such name or no server answers. */
    public void addresses(String name, Consumer<List<IpAddress>> answer) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        List<IpAddress> known = known(plain);
        if (!known.isEmpty()) {
            answer.accept(known);
        } else if (!DnsName.isValid(plain)) {
            answer.accept(List.of());
        } else {
            ask(new DnsQuestion(plain, DnsRecord.A), records -> answer.accept(records.stream()
                    .filter(record -> record.data() instanceof DnsRecord.Data.Address)
                    .<IpAddress>map(record -> ((DnsRecord.Data.Address) record.data()).address()).toList()));
        }
    }

    /** Looks up the name of an address; {@code answer} gets an empty text if it has none or no server answers. */
    public void name(IpAddress address, Consumer<String> answer) {
        if (!(address instanceof Ipv4Address four)) {
            answer.accept("");
            return;
        }
        Optional<String> known = address.isLoopback() ? Optional.of("localhost") : own.name(four);
        if (known.isPresent()) {
            answer.accept(known.get());
            return;
        }
        ask(new DnsQuestion(DnsName.reverse(four), DnsRecord.PTR), records -> answer.accept(records.stream()
                .filter(record -> record.data() instanceof DnsRecord.Data.Pointer)
                .map(record -> ((DnsRecord.Data.Pointer) record.data()).name()).findFirst().orElse("")));
    }

    /** What needs no server: "localhost" (RFC 6761, section 6.3), addresses as such, and the host's own names. */
    private List<IpAddress> known(String name) {
        if (name.equalsIgnoreCase("localhost")) {
            return List.of(Ipv4Address.LOOPBACK);
        }
        try {
            return List.of(Ipv4Address.parse(name));
        } catch (IllegalArgumentException notAnAddress) {
            return List.copyOf(own.addresses(name).orElse(List.of()));
        }
    }

    private void ask(DnsQuestion question, Consumer<List<DnsRecord>> answer) {
        if (server.isEmpty()) {
            trace.note(events.now(), host, 0, "dns: no name server to ask for " + question.name());
            answer.accept(List.of());
            return;
        }
        new DnsQuery(DnsMessage.query(identifiers.nextInt(0x10000), question), server.get(), sockets.get(), host,
                events, trace, answer).ask();
    }
}
