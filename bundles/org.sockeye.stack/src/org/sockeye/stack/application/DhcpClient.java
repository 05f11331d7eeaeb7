package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * Gets a host its address (RFC 2131, section 4.4) and keeps it: asks all servers there are, takes the first offer, renews
 * the lease at half of its time with the server, at seven eighths with any, and gives the address up when it ends.
 */
public final class DhcpClient {

    /** Gives the host's network layer what a lease says. */
    public interface Configuration {

        /** Finds out whether somebody on the link has an address already; {@code taken} gets the answer. */
        void check(Ipv4Address address, Consumer<Boolean> taken);

        /** From now on the lease holds. */
        void use(DhcpLease lease);

        /** From now on the host has no address. */
        void giveUp();
    }

    private enum State {
        IDLE, SELECTING, REQUESTING, CHECKING, BOUND, RENEWING, REBINDING
    }

    private static final long SECOND = 1_000_000_000L;
    /** Seconds until the first repetition; twice as many each time after (section 4.1). */
    private static final int FIRST_DELAY = 4;
    private static final int LARGEST_DELAY = 64;
    private static final int ATTEMPTS = 8;
    /** A renewal is not repeated more often than this (section 4.4.5). */
    private static final long SHORTEST_RENEWAL = 60 * SECOND;
    /** Before it begins anew, so that nobody is flooded (section 3.1, step 5). */
    private static final long AFTER_DECLINE = 10 * SECOND;
    private static final byte[] WANTED = { DhcpOption.SUBNET_MASK, DhcpOption.ROUTER, DhcpOption.NAME_SERVER };
    private static final Endpoint EVERY_SERVER = new Endpoint(Ipv4Address.BROADCAST, DhcpMessage.SERVER_PORT);

    private final String host;
    private final MacAddress mac;
    private final DatagramSocket socket;
    private final EventQueue events;
    private final Trace trace;
    private final RandomGenerator random;
    private final Configuration configuration;
    private State state = State.IDLE;
    private int transaction;
    private int asked;
    private long started;
    private @Nullable DhcpLease lease;
    private long leased;
    private @Nullable Timer timer;

    /**
     * A client that has not begun.
     *
     * @param mac the interface that is to get an address
     * @param socket a new one, whose broadcasts leave by that interface though it has no address
     * @throws SocketError if the socket cannot have port 68
     */
    public DhcpClient(String host, MacAddress mac, DatagramSocket socket, EventQueue events, Randomness randomness,
            Trace trace, Configuration configuration) throws SocketError {
        this.host = host;
        this.mac = mac;
        this.socket = socket;
        this.events = events;
        this.trace = trace;
        this.random = randomness.stream("dhcp " + host);
        this.configuration = configuration;
        socket.set(SocketOption.BROADCAST, 1);
        socket.bind(new Endpoint(Ipv4Address.ANY, DhcpMessage.CLIENT_PORT));
        socket.observe(this::look);
    }

    /** Begins to look for a server. */
    public void start() {
        state = State.SELECTING;
        transaction = random.nextInt();
        asked = 0;
        started = events.now();
        ask();
    }

    /** The lease that holds now. */
    public Optional<DhcpLease> lease() {
        boolean held = state == State.BOUND || state == State.RENEWING || state == State.REBINDING;
        return held ? Optional.ofNullable(lease) : Optional.empty();
    }

    private void at(long delay, Runnable action) {
        if (timer != null) {
            timer.cancel();
        }
        timer = events.after(delay, action);
    }

    /** Sends what the state calls for, and again while no answer comes. */
    private void ask() {
        if (asked == ATTEMPTS) {
            state = State.IDLE;
            trace.note(events.now(), host, 0, "dhcp: no server answers; " + host + " stays without an address");
            return;
        }
        int delay = Math.min(FIRST_DELAY << asked++, LARGEST_DELAY);
        at(delay * SECOND + random.nextLong(2 * SECOND) - SECOND,
                state == State.REQUESTING ? this::askOrStart : this::ask);
        DhcpLease offered = lease;
        if (state == State.REQUESTING && offered != null) {
            send(DhcpMessage.REQUEST, Ipv4Address.ANY, List.of(option(DhcpOption.REQUESTED_ADDRESS, offered.address()),
                    option(DhcpOption.SERVER, offered.server())), EVERY_SERVER);
        } else {
            send(DhcpMessage.DISCOVER, Ipv4Address.ANY, List.of(), EVERY_SERVER);
        }
    }

    /** A server that has made an offer and then says nothing more is not waited for very long. */
    private void askOrStart() {
        if (asked < 4) {
            ask();
        } else {
            start();
        }
    }

    private void renew() {
        DhcpLease held = lease;
        if (held == null) {
            return;
        }
        long total = held.seconds() * SECOND;
        long left = leased + total - events.now();
        if (left <= 0) {
            expire("the lease of " + held.address() + " has ended");
            return;
        }
        boolean anybody = left <= total / 8;
        state = anybody ? State.REBINDING : State.RENEWING;
        transaction = random.nextInt();
        started = events.now();
        long next = anybody ? left : left - total / 8;
        at(Math.min(next, Math.max(next / 2, SHORTEST_RENEWAL)), this::renew);
        send(DhcpMessage.REQUEST, held.address(), List.of(),
                anybody ? EVERY_SERVER : new Endpoint(held.server(), DhcpMessage.SERVER_PORT));
    }

    private void expire(String why) {
        trace.note(events.now(), host, 0, "dhcp: " + why);
        lease = null;
        configuration.giveUp();
        start();
    }

    private static DhcpOption option(int code, Ipv4Address address) {
        return new DhcpOption(code, address.toBytes());
    }

    private void send(int type, Ipv4Address own, List<DhcpOption> more, Endpoint server) {
        List<DhcpOption> options = new ArrayList<>();
        options.add(new DhcpOption(DhcpOption.MESSAGE_TYPE, new byte[] { (byte) type }));
        options.add(new DhcpOption(DhcpOption.CLIENT, identifier()));
        options.addAll(more);
        options.add(new DhcpOption(DhcpOption.HOST_NAME, host.getBytes(StandardCharsets.US_ASCII)));
        options.add(new DhcpOption(DhcpOption.WANTED, WANTED));
        int seconds = (int) Math.min(0xffff, (events.now() - started) / SECOND);
        DhcpMessage message = new DhcpMessage(false, transaction, seconds, own.isUnspecified(), own, Ipv4Address.ANY,
                Ipv4Address.ANY, mac, options);
        try {
            socket.send(message.emit(), server, Origin.stack(host));
        } catch (SocketError lost) {
            trace.note(events.now(), host, 0, "dhcp: cannot ask " + server + ": " + lost.getMessage());
        }
    }

    /** The kind of hardware, Ethernet, and the address (RFC 2132, section 9.14). */
    private byte[] identifier() {
        byte[] identifier = new byte[7];
        identifier[0] = 1;
        for (int i = 0; i < 6; i++) {
            identifier[1 + i] = (byte) (mac.bits() >> 40 - 8 * i);
        }
        return identifier;
    }

    private void look() {
        try {
            Optional<DatagramSocket.Datagram> arrived = socket.receive();
            while (arrived.isPresent()) {
                byte[] bytes = arrived.get().bytes();
                DhcpMessage.parse(bytes, 0, bytes.length).filter(DhcpMessage::reply)
                        .filter(message -> message.transaction() == transaction && message.mac().equals(mac))
                        .ifPresent(this::hear);
                arrived = socket.receive();
            }
        } catch (SocketError error) {
            // An answer of the network about an earlier question; the timer asks again.
            return;
        }
    }

    private void hear(DhcpMessage message) {
        boolean waiting = state == State.REQUESTING || state == State.RENEWING || state == State.REBINDING;
        Optional<DhcpLease> told = DhcpLease.of(message);
        if (state == State.SELECTING && message.type() == DhcpMessage.OFFER && told.isPresent()) {
            lease = told.get();
            state = State.REQUESTING;
            asked = 0;
            ask();
        } else if (waiting && message.type() == DhcpMessage.ACK && told.isPresent()) {
            if (state == State.REQUESTING) {
                check(told.get());
            } else {
                leased = events.now();
                bind(told.get(), told.get().equals(lease));
            }
        } else if (waiting && message.type() == DhcpMessage.NAK) {
            expire("the server refuses: " + message.text(DhcpOption.MESSAGE).orElse("no reason given"));
        }
    }

    /** A server may not know of somebody who has chosen the address himself (section 4.4.1). */
    private void check(DhcpLease told) {
        state = State.CHECKING;
        leased = events.now();
        if (timer != null) {
            timer.cancel();
        }
        configuration.check(told.address(), taken -> {
            if (state == State.CHECKING && taken) {
                decline(told);
            } else if (state == State.CHECKING) {
                bind(told, false);
            }
        });
    }

    private void decline(DhcpLease told) {
        trace.note(events.now(), host, 0, "dhcp: " + told.address() + " is in use by somebody else");
        send(DhcpMessage.DECLINE, Ipv4Address.ANY, List.of(option(DhcpOption.REQUESTED_ADDRESS, told.address()),
                option(DhcpOption.SERVER, told.server())), EVERY_SERVER);
        lease = null;
        at(AFTER_DECLINE, this::start);
    }

    private void bind(DhcpLease told, boolean known) {
        lease = told;
        state = State.BOUND;
        if (timer != null) {
            timer.cancel();
        }
        if (told.seconds() != DhcpLease.FOREVER) {
            at(Math.max(0, leased + told.seconds() * SECOND / 2 - events.now()), this::renew);
        }
        if (!known) {
            trace.note(events.now(), host, 0, "dhcp: " + host + " is " + told.address() + "/" + told.prefix()
                    + ", says " + told.server());
            configuration.use(told);
        }
    }
}
