package org.sockeye.stack.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.application.DhcpMessage;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/**
 * Random networks with random faults, whose programs talk while somebody sends mutated frames into every interface: nothing
 * is thrown, nothing hangs, nothing stays behind, and what TCP delivers is always the beginning of what was sent.
 *
 * <p>The environment variable SOCKEYE_FUZZ asks for more frames than the build sends, SOCKEYE_FUZZ_SEED for others.
 */
class FuzzTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int FRAMES = Integer.parseInt(System.getenv().getOrDefault("SOCKEYE_FUZZ", "100000"));
    private static final long SEED = Long.parseLong(System.getenv().getOrDefault("SOCKEYE_FUZZ_SEED", "1"));
    private static final int FRAMES_A_NETWORK = 5000;
    /** By then, those that ask for their addresses have got them, if ever. */
    private static final long SETTLED = 5 * SECOND;
    /** More than any of these networks has to do in a simulated second. */
    private static final int MOST_EVENTS = 2_000_000;

    @Test
    void nothingIsThrownNothingHangsAndNothingStaysBehind() {
        int sent = 0;
        long delivered = 0;
        for (long seed = SEED; sent < FRAMES; seed++) {
            Round round = new Round(seed);
            try {
                round.play();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("with SOCKEYE_FUZZ_SEED=" + seed + " SOCKEYE_FUZZ=1: " + e, e);
            }
            sent += round.intruder.sent();
            delivered += round.delivered();
        }
        assertTrue(delivered > 10L * sent, "programs did talk: " + delivered + " bytes");
    }

    /** One network and what goes on there. */
    private static final class Round {

        private final RandomGenerator random;
        private final Network network;
        private final Intruder intruder;
        private final List<Talk> talks = new ArrayList<>();
        private final List<DatagramSocket> datagrams = new ArrayList<>();

        Round(long seed) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            network = Network.build(RandomTopology.of(random), seed);
            intruder = new Intruder(network, random);
        }

        long delivered() {
            return talks.stream().mapToLong(Talk::delivered).sum();
        }

        void play() throws SocketError {
            run(SETTLED);
            for (int port = 5000; port < 5003; port++) {
                Host to = anyHost();
                Optional<IpAddress> address = anyAddress(to);
                if (address.isPresent()) {
                    talks.add(new Talk(network, random, anyHost(), to, new Endpoint(address.get(), port)));
                    chat(new Endpoint(address.get(), port), to.name());
                }
            }
            for (int i = 0; i < FRAMES_A_NETWORK; i++) {
                network.events().after(random.nextLong(20 * SECOND), intruder::send);
            }
            for (int i = 0; i < 20; i++) {
                network.events().after(random.nextLong(20 * SECOND), this::changeALink);
            }
            run(60 * SECOND);
            talks.forEach(Talk::hangUp);
            datagrams.forEach(DatagramSocket::close);
            run(4000 * SECOND);
            for (Host host : network.hosts()) {
                assertEquals(List.of(), host.sockets().open().stream()
                        .filter(socket -> socket.local().port() != DhcpMessage.CLIENT_PORT).toList(),
                        () -> "sockets left on " + host.name());
            }
        }

        private Host anyHost() {
            return network.hosts().get(random.nextInt(network.hosts().size()));
        }

        /** What it has got by now, if anything. */
        private Optional<IpAddress> anyAddress(Host host) {
            List<IpAddress> addresses = host.addresses().stream().filter(address -> !address.isUnspecified()).toList();
            return addresses.isEmpty() ? Optional.empty()
                    : Optional.of(addresses.get(random.nextInt(addresses.size())));
        }

        private void chat(Endpoint to, String name) {
            Host from = anyHost();
            DatagramSocket socket = from.sockets().datagram();
            datagrams.add(socket);
            for (int i = 0; i < 20; i++) {
                byte[] bytes = new byte[random.nextInt(random.nextInt(4) == 0 ? 10_000 : 200)];
                network.events().after(random.nextLong(20 * SECOND), () -> {
                    try {
                        socket.send(bytes, to, Origin.stack(from.name()));
                    } catch (SocketError refused) {
                        // Told of an earlier one that nobody took, or no route leads there.
                    }
                });
            }
            network.events().after(random.nextLong(20 * SECOND), () -> from.sockets().resolve(name, found -> {
            }));
            network.events().after(random.nextLong(20 * SECOND),
                    () -> from.sockets().ping(to.address(), SECOND, answer -> {
                    }));
        }

        private void changeALink() {
            List<LinkSpec> links = network.topology().links();
            LinkSpec link = links.get(random.nextInt(links.size()));
            LinkEnd from = random.nextBoolean() ? link.a() : link.b();
            network.link(link.name()).conditions(from, RandomTopology.conditions(random));
        }

        private void run(long until) {
            while (network.events().nextTime() <= until) {
                long second = network.events().now() / SECOND;
                int events = 0;
                while (network.events().nextTime() <= until && network.events().now() / SECOND == second) {
                    network.events().runNext();
                    events++;
                    assertTrue(events < MOST_EVENTS, "something goes on for ever");
                }
            }
            network.events().advanceTo(until);
        }
    }
}
