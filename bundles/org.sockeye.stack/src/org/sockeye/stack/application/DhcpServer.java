package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/** Gives the hosts of one link addresses out of a pool (RFC 2131, section 4.3), to each the same again and again. */
public final class DhcpServer {

    /**
     * What is given.
     *
     * @param own the server's address on that link
     * @param first the first address that anybody may get
     * @param last the last
     * @param reserved addresses that only these interfaces get, and no other one
     * @param prefix how many of an address's first bits all on the link share
     * @param router who forwards what is for others, if anybody does
     * @param nameServers whom to ask for names
     * @param seconds how long a lease lasts; {@link DhcpLease#FOREVER} without end
     */
    public record Pool(Ipv4Address own, Ipv4Address first, Ipv4Address last, Map<MacAddress, Ipv4Address> reserved,
            int prefix, Optional<Ipv4Address> router,
            List<Ipv4Address> nameServers, long seconds) {

        public Pool {
            nameServers = List.copyOf(nameServers);
            reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
            if (prefix < 1 || prefix > 30 || Integer.compareUnsigned(first.bits(), last.bits()) > 0) {
                throw new IllegalArgumentException(
                        "no pool from " + first + " to " + last + "/" + prefix
                                + "; name its first address, then its last");
            }
        }

        /** Known interfaces get their addresses, and nobody else gets any. */
        public Pool(Ipv4Address own, Map<MacAddress, Ipv4Address> reserved, int prefix, Optional<Ipv4Address> router,
                List<Ipv4Address> nameServers, long seconds) {
            this(own, own, own, reserved, prefix, router, nameServers, seconds);
        }

        private Ipv4Address mask() {
            return new Ipv4Address(-1 << 32 - prefix);
        }

        private boolean contains(Ipv4Address address) {
            return Integer.compareUnsigned(address.bits(), first.bits()) >= 0
                    && Integer.compareUnsigned(address.bits(), last.bits()) <= 0 && !address.equals(own);
        }
    }

    private static final long SECOND = 1_000_000_000L;
    /** How long an offer is kept for who does not take it. */
    private static final long OFFERED = 60 * SECOND;

    private record Given(Ipv4Address address, long until) {
    }

    private final String device;
    private final Pool pool;
    private final DatagramSocket hears;
    private final DatagramSocket speaks;
    private final EventQueue events;
    private final Trace trace;
    private final Map<MacAddress, Given> given = new LinkedHashMap<>();
    /** What others have whom nobody has given it. */
    private final Set<Ipv4Address> taken = new LinkedHashSet<>();

    /**
     * Serves one link.
     *
     * @param sockets opens sockets; what is sent from the server's own address to all leaves by its link
     * @throws SocketError if port 67 is taken
     */
    public DhcpServer(String device, Pool pool, Supplier<DatagramSocket> sockets, EventQueue events, Trace trace)
            throws SocketError {
        this.device = device;
        this.pool = pool;
        this.events = events;
        this.trace = trace;
        this.hears = sockets.get();
        this.speaks = sockets.get();
        for (DatagramSocket socket : List.of(hears, speaks)) {
            socket.set(SocketOption.REUSE_ADDRESS, 1);
            socket.set(SocketOption.BROADCAST, 1);
        }
        speaks.bind(new Endpoint(pool.own(), DhcpMessage.SERVER_PORT));
        hears.bind(new Endpoint(Ipv4Address.ANY, DhcpMessage.SERVER_PORT));
        hears.observe(() -> look(hears));
        speaks.observe(() -> look(speaks));
    }

    private void look(DatagramSocket socket) {
        try {
            Optional<DatagramSocket.Datagram> arrived = socket.receive();
            while (arrived.isPresent()) {
                byte[] bytes = arrived.get().bytes();
                DhcpMessage asked = DhcpMessage.parse(bytes, 0, bytes.length).filter(message -> !message.reply())
                        .orElse(null);
                if (asked != null) {
                    answer(asked);
                }
                arrived = socket.receive();
            }
        } catch (SocketError gone) {
            // The client cannot be reached; it will ask again.
            return;
        }
    }

    private void answer(DhcpMessage asked) throws SocketError {
        switch (asked.type()) {
            case DhcpMessage.DISCOVER -> {
                Ipv4Address free = choose(asked);
                if (free == null) {
                    trace.note(events.now(), device, 0, "dhcp: no address is left for " + asked.mac());
                } else {
                    given.put(asked.mac(), new Given(free, events.now() + OFFERED));
                    reply(asked, DhcpMessage.OFFER, free, settings());
                }
            }
            case DhcpMessage.REQUEST -> request(asked);
            case DhcpMessage.RELEASE -> given.remove(asked.mac());
            case DhcpMessage.DECLINE -> declined(asked);
            case DhcpMessage.INFORM -> reply(asked, DhcpMessage.ACK, Ipv4Address.ANY, settings());
            default -> {
                // Nothing that a server could answer.
            }
        }
    }

    private void request(DhcpMessage asked) throws SocketError {
        List<Ipv4Address> chosen = asked.addresses(DhcpOption.SERVER);
        if (!chosen.isEmpty() && !chosen.getFirst().equals(pool.own())) {
            given.remove(asked.mac());
            return;
        }
        Ipv4Address wanted = asked.addresses(DhcpOption.REQUESTED_ADDRESS).stream().findFirst().orElse(asked.client());
        Given held = given.get(asked.mac());
        if (held != null && held.address.equals(wanted) || held == null && isFor(asked.mac(), wanted)) {
            given.put(asked.mac(), new Given(wanted, until()));
            reply(asked, DhcpMessage.ACK, wanted, settings());
        } else {
            reply(asked, DhcpMessage.NAK, Ipv4Address.ANY, List.of());
        }
    }

    /** Somebody whom the server does not know has the address; it is for a person to find out who. */
    private void declined(DhcpMessage asked) {
        Given held = given.get(asked.mac());
        if (held != null && asked.addresses(DhcpOption.REQUESTED_ADDRESS).contains(held.address)) {
            given.remove(asked.mac());
            taken.add(held.address);
            trace.note(events.now(), device, 0, "dhcp: " + asked.mac() + " says that somebody else has " + held.address
                    + "; nobody is given it any more");
        }
    }

    private long until() {
        return pool.seconds() == DhcpLease.FOREVER ? Long.MAX_VALUE : events.now() + pool.seconds() * SECOND;
    }

    /** The client's address of before, else the one it asks for, else the first that nobody has; null if none is left. */
    private @Nullable Ipv4Address choose(DhcpMessage asked) {
        Given held = given.get(asked.mac());
        Ipv4Address reserved = pool.reserved().get(asked.mac());
        if (reserved != null) {
            return taken.contains(reserved) ? null : reserved;
        } else if (held != null) {
            return held.address;
        }
        Optional<Ipv4Address> wanted = asked.addresses(DhcpOption.REQUESTED_ADDRESS).stream().filter(this::isFree)
                .findFirst();
        if (wanted.isPresent()) {
            return wanted.get();
        }
        for (int bits = pool.first().bits(); bits != pool.last().bits() + 1; bits++) {
            if (isFree(new Ipv4Address(bits))) {
                return new Ipv4Address(bits);
            }
        }
        return null;
    }

    private boolean isFor(MacAddress mac, Ipv4Address address) {
        return address.equals(pool.reserved().get(mac)) || isFree(address);
    }

    private boolean isFree(Ipv4Address address) {
        return pool.contains(address) && !taken.contains(address) && !pool.reserved().containsValue(address)
                && given.values().stream()
                        .noneMatch(held -> held.address.equals(address) && held.until > events.now());
    }

    private List<DhcpOption> settings() {
        List<DhcpOption> options = new ArrayList<>();
        options.add(new DhcpOption(DhcpOption.LEASE_TIME, new Ipv4Address((int) pool.seconds()).toBytes()));
        options.add(new DhcpOption(DhcpOption.SUBNET_MASK, pool.mask().toBytes()));
        pool.router().ifPresent(router -> options.add(new DhcpOption(DhcpOption.ROUTER, router.toBytes())));
        if (!pool.nameServers().isEmpty()) {
            byte[] servers = new byte[4 * pool.nameServers().size()];
            for (int i = 0; i < servers.length; i++) {
                servers[i] = pool.nameServers().get(i / 4).toBytes()[i % 4];
            }
            options.add(new DhcpOption(DhcpOption.NAME_SERVER, servers));
        }
        return options;
    }

    /** To the client's address, if it has one, else to all (RFC 2131, section 4.1). */
    private void reply(DhcpMessage asked, int type, Ipv4Address yours, List<DhcpOption> more) throws SocketError {
        List<DhcpOption> options = new ArrayList<>();
        options.add(new DhcpOption(DhcpOption.MESSAGE_TYPE, new byte[] { (byte) type }));
        options.add(new DhcpOption(DhcpOption.SERVER, pool.own().toBytes()));
        options.addAll(more);
        asked.option(DhcpOption.CLIENT).ifPresent(client -> options.add(new DhcpOption(DhcpOption.CLIENT, client)));
        boolean reachable = !asked.client().isUnspecified() && type != DhcpMessage.NAK;
        DhcpMessage answer = new DhcpMessage(true, asked.transaction(), 0, asked.broadcast(), asked.client(), yours,
                asked.relay(), asked.mac(), options);
        speaks.send(answer.emit(), new Endpoint(reachable ? asked.client() : Ipv4Address.BROADCAST,
                DhcpMessage.CLIENT_PORT), Origin.stack(device));
    }
}
