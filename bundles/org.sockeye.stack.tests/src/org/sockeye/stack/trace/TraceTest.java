package org.sockeye.stack.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

class TraceTest {

    private static final LinkEnd CLIENT = new LinkEnd("client", "eth0");
    private static final LinkEnd SWITCH = new LinkEnd("s1", "p1");
    private static final Endpoint LOCAL = new Endpoint(Ipv4Address.parse("10.0.1.2"), 49152);
    private static final Endpoint REMOTE = new Endpoint(Ipv4Address.parse("10.0.2.2"), 80);

    private final Trace trace = new Trace();

    /** One event of every kind. */
    static List<TraceEvent> events() {
        return List.<TraceEvent>of(new Note(1, "client", 7, "ignored: nobody listens"),
                new ConnectionEvent(2, "client", LOCAL, REMOTE, "ESTABLISHED", 14_600, Long.MAX_VALUE, 4_321_000,
                        200_000_000, 64_240, 1L << 30),
                new SocketEvent(3, "client", "udp", SocketEvent.Change.OPENED, null, null),
                new SocketEvent(4, "client", "tcp", SocketEvent.Change.CONNECTED, LOCAL, REMOTE),
                new TimerEvent(5, "client", TimerEvent.Kind.RETRANSMISSION, TimerEvent.Change.SET, LOCAL, REMOTE,
                        200_000_005),
                new NeighbourEvent(6, "client", "eth0", Ipv4Address.parse("10.0.1.1"),
                        new MacAddress(0x0200_0000_0001L),
                        NeighbourEvent.Change.LEARNED),
                new NeighbourEvent(7, "client", "eth0", Ipv4Address.parse("10.0.1.9"), null,
                        NeighbourEvent.Change.FAILED),
                new SwitchEvent(8, "s1", "p1", new MacAddress(0x0200_0000_0001L), 12, SwitchEvent.Change.MOVED));
    }

    @Test
    void framesAndEventsStandInTheOrderInWhichTheyHappened() {
        List<TraceEvent> events = events();
        trace.record(events.get(1));
        TracedFrame frame = trace.sent(2, 3, CLIENT, SWITCH, Content.of(new byte[64]), null);
        trace.note(1, "client", 7, "ignored: nobody listens");

        assertEquals(List.of(events.get(1), events.get(0)),
                trace.entries().stream().filter(entry -> entry != frame && entry instanceof TraceEvent).toList());
        assertEquals(List.of(2L, 2L, 1L), trace.entries().stream().map(TraceEntry::time).toList());
        assertEquals(List.of("client", "client", "client"), trace.entries().stream().map(TraceEntry::device).toList());
        assertEquals(List.of(events.get(0)), trace.notes());
    }

    @Test
    void eventsComeBackAsTheyWereRecorded() {
        List<TraceEvent> events = events();
        events.forEach(trace::record);
        assertEquals(events, trace.entries());
    }

    @Test
    void listenersHearOfEveryEventAndOfNotesOnceMore() {
        List<TraceEvent> heard = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        TraceListener listener = new TraceListener() {
            @Override
            public void event(TraceEvent event) {
                heard.add(event);
            }

            @Override
            public void note(Note note) {
                notes.add(note);
            }
        };
        trace.addListener(listener);
        events().forEach(trace::record);
        trace.removeListener(listener);
        trace.note(9, "client", 0, "not heard");
        assertEquals(events(), heard);
        assertEquals(events().subList(0, 1), notes);
    }
}
