package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** A host's stub resolver (RFC 1034, section 5.3.1): asks a name server, and again if no answer comes. */
public final class Resolver {

    /** Aliases are followed so far: more is a circle, or might as well be one. */
    private static final int LONGEST_CHAIN = 8;

    private final String host;
    private final Names own;
    private List<Endpoint> servers;
    private final Supplier<DatagramSocket> sockets;
    private final Supplier<StreamSocket> streams;
    private final EventQueue events;
    private final Trace trace;
    private final RandomGenerator identifiers;
    private boolean asksForIpv6;

    /**
     * A resolver.
     *
     * @param own names that the host knows without asking
     * @param servers the name servers to ask, one after the other; empty if there are none
     * @param sockets opens the socket to ask from, a new one each time, so that a late answer to one question is not
     *            taken for the answer to another
     * @param streams likewise, for answers that do not fit a datagram
     */
    public Resolver(String host, Names own, List<IpAddress> servers, Supplier<DatagramSocket> sockets,
            Supplier<StreamSocket> streams, EventQueue events, Randomness randomness, Trace trace) {
        this.host = host;
        this.own = own;
        this.servers = endpoints(servers);
        this.sockets = sockets;
        this.streams = streams;
        this.events = events;
        this.trace = trace;
        this.identifiers = randomness.stream("dns " + host);
    }

    private static List<Endpoint> endpoints(List<IpAddress> servers) {
        return servers.stream().map(address -> new Endpoint(address, DnsMessage.PORT)).toList();
    }

    /** From now on these servers are asked, as a lease may say. */
    public void servers(List<IpAddress> now) {
        servers = endpoints(now);
    }

    /** Whether names are looked up for IPv6 addresses, too; they come behind those of IPv4. At first they are not. */
    public void asksForIpv6(boolean now) {
        asksForIpv6 = now;
    }

    /** Looks up the addresses of a name; {@code answer} gets none if there is no such name or no server answers. */
    public void addresses(String name, Consumer<List<IpAddress>> answer) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        List<IpAddress> known = known(plain);
        if (!known.isEmpty()) {
            answer.accept(known);
        } else if (!DnsName.isValid(plain)) {
            answer.accept(List.of());
        } else if (!asksForIpv6) {
            ask(plain, DnsType.A, found -> answer.accept(addresses(found)));
        } else {
            ask(plain, DnsType.A, four -> ask(plain, DnsType.AAAA, six -> {
                List<IpAddress> all = new ArrayList<>(addresses(four));
                all.addAll(addresses(six));
                answer.accept(List.copyOf(all));
            }));
        }
    }

    private static List<IpAddress> addresses(List<DnsRecord> records) {
        return records.stream().map(DnsRecord::data).filter(DnsData.Address.class::isInstance)
                .map(data -> ((DnsData.Address) data).address()).toList();
    }

    /** Looks up the name of an address; {@code answer} gets an empty text if it has none or no server answers. */
    public void name(IpAddress address, Consumer<String> answer) {
        Optional<String> known = address.isLoopback() ? Optional.of("localhost") : own.name(address);
        if (known.isPresent()) {
            answer.accept(known.get());
            return;
        }
        ask(DnsName.reverse(address), DnsType.PTR, records -> answer.accept(records.stream()
                .filter(record -> record.type() == DnsType.PTR).map(record -> record.data().words()).findFirst()
                .orElse("")));
    }

    /** What needs no server: "localhost" (RFC 6761, section 6.3), addresses as such, and the host's own names. */
    private List<IpAddress> known(String name) {
        if (name.equalsIgnoreCase("localhost")) {
            return List.of(Ipv4Address.LOOPBACK);
        }
        try {
            return List.of(IpAddress.parse(name));
        } catch (IllegalArgumentException notAnAddress) {
            return List.copyOf(own.addresses(name).orElse(List.of()));
        }
    }

    private void ask(String name, int type, Consumer<List<DnsRecord>> answer) {
        if (servers.isEmpty()) {
            trace.note(events.now(), host, 0, "dns: no name server to ask for " + name);
            answer.accept(List.of());
            return;
        }
        ask(name, type, LONGEST_CHAIN, answer);
    }

    /** Asks once, and again for the name behind an alias if the answer says nothing about that. */
    private void ask(String name, int type, int patience, Consumer<List<DnsRecord>> answer) {
        DnsQuestion question = new DnsQuestion(name, type);
        new DnsQuery(DnsMessage.query(identifiers.nextInt(0x10000), question), servers, sockets.get(), streams, host,
                events, trace, records -> {
                    String canonical = canonical(name, records);
                    boolean found = records.stream().anyMatch(record -> record.type() == type);
                    if (found || patience == 0 || canonical.equalsIgnoreCase(name)) {
                        answer.accept(records);
                    } else {
                        ask(canonical, type, patience - 1, answer);
                    }
                }).start();
    }

    /** The name at the end of the aliases that the records tell of. */
    private static String canonical(String name, List<DnsRecord> records) {
        String last = name;
        for (DnsRecord record : records) {
            if (record.type() == DnsType.CNAME && record.name().equalsIgnoreCase(last)) {
                last = record.data().words();
            }
        }
        return last;
    }
}
