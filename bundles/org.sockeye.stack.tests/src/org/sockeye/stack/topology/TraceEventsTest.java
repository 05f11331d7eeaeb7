package org.sockeye.stack.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.ConnectionEvent;
import org.sockeye.stack.trace.NeighbourEvent;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.SocketEvent;
import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.trace.TimerEvent.Change;
import org.sockeye.stack.trace.TimerEvent.Kind;
import org.sockeye.stack.trace.TraceEntry;

/** What the trace tells of a conversation besides its frames. */
class TraceEventsTest {

    private final Network network = Network.build(Topology.named("path"), 1);

    private <T extends TraceEntry> List<T> events(Class<T> kind) {
        return network.trace().entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void settle() {
        while (network.events().runNext()) {
            continue;
        }
    }

    private void converse() throws Exception {
        StreamSocket listener = network.host("server").sockets().stream();
        listener.bind(TestNetwork.at("0.0.0.0:80"));
        listener.listen(1);
        StreamSocket client = network.host("client").sockets().stream();
        client.connect(TestNetwork.at("10.0.2.2:80"));
        settle();
        StreamSocket server = listener.accept().orElseThrow();
        client.send(new byte[20_000], 0, 20_000, Origin.stack("client"));
        settle();
        server.receive(new byte[20_000], 0, 20_000);
        client.close();
        long soon = network.events().now() + TestNetwork.SECOND;
        while (network.events().nextTime() < soon) {
            network.events().runNext();
        }
        server.close();
        settle();
    }

    @Test
    void everySocketTellsItsLife() throws Exception {
        converse();
        assertEquals(List.of("server OPENED", "server BOUND", "server LISTENING", "client OPENED", "client CONNECTED",
                "server ACCEPTED", "client CLOSED", "server CLOSED"),
                events(SocketEvent.class).stream()
                        .filter(event -> event.protocol().equals("tcp") && !event.device().equals("r1"))
                        .map(event -> event.device() + " " + event.change()).toList());
    }

    @Test
    void everyStateOfAConnectionIsToldWithItsFigures() throws Exception {
        converse();
        List<ConnectionEvent> client = events(ConnectionEvent.class).stream()
                .filter(event -> event.device().equals("client")).toList();
        assertEquals(List.of("SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"),
                client.stream().map(ConnectionEvent::state).distinct().toList());
        assertEquals("10.0.2.2:80", client.getFirst().remote().toString());
        ConnectionEvent grown = client.stream().filter(event -> event.state().equals("ESTABLISHED")).toList().getLast();
        assertTrue(grown.congestionWindow() >= 14_480 && grown.slowStartThreshold() == Long.MAX_VALUE, grown::toString);
        assertTrue(grown.smoothedRoundTrip() > 8_000_000 && grown.retransmissionTimeout() > 200_000_000,
                grown::toString);
        assertTrue(grown.sendWindow() > 30_000 && grown.receiveWindow() > 30_000, grown::toString);
    }

    @Test
    void lossesShowInTheWindowsAndTimers() throws Exception {
        network.link("r1-s2").conditions(LinkConditions.GOOD.withLoss(0.2));
        converse();
        List<TimerEvent> timers = events(TimerEvent.class);
        assertTrue(timers.stream().anyMatch(timer -> timer.kind() == Kind.RETRANSMISSION
                && timer.change() == Change.EXPIRED && timer.time() >= timer.due()), timers::toString);
        assertTrue(timers.stream().anyMatch(timer -> timer.kind() == Kind.TIME_WAIT && timer.change() == Change.SET),
                timers::toString);
        assertTrue(events(ConnectionEvent.class).stream().anyMatch(event -> event.slowStartThreshold() < 100_000));
    }

    @Test
    void neighboursAreLearntAndTimePassesInOrder() throws Exception {
        converse();
        assertTrue(events(NeighbourEvent.class).stream().anyMatch(event -> event.device().equals("client")
                && event.change() == NeighbourEvent.Change.LEARNED && event.port().equals("eth0")));
        List<Long> times = network.trace().entries().stream().map(TraceEntry::time).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }
}
