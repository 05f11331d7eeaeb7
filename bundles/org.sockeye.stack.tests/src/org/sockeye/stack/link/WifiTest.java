package org.sockeye.stack.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Radio;
import org.sockeye.stack.physical.RadioLink;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.WifiFrame;

/** A laptop and a phone on the air of an access point, and a server on its cable. */
class WifiTest {

    private static final long MICROSECOND = 1000;
    private static final MacAddress LAPTOP = new MacAddress(0x020000000001L);
    private static final MacAddress PHONE = new MacAddress(0x020000000002L);
    private static final MacAddress SERVER = new MacAddress(0x020000000003L);
    private static final MacAddress BSS = new MacAddress(0x020000000009L);

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Randomness randomness = new Randomness(1);
    private final Radio radio = new Radio(events, trace, randomness);
    private final WifiCell cell = new WifiCell(radio, BSS);
    private final LinkEnd air = new LinkEnd("ap", "wlan0");
    private final AccessPoint accessPoint = new AccessPoint(air, cell, events, trace, randomness);
    private final Map<String, RadioLink> links = new LinkedHashMap<>();
    private final LinkService laptop = station("laptop", LAPTOP);
    private final LinkService phone = station("phone", PHONE);
    private final LinkService server;
    private final List<String> heard = new ArrayList<>();
    private final List<Content> payloads = new ArrayList<>();

    WifiTest() {
        LinkEnd port = new LinkEnd("ap", "p1");
        LinkEnd end = new LinkEnd("server", "eth0");
        Cable cable = new Cable("ap-server", port, end, LinkConditions.GOOD, events, trace, randomness);
        accessPoint.plug(cable, port, 1500);
        server = new EthernetInterface(end, SERVER, 1500, cable, events, trace);
        listen("laptop", laptop);
        listen("phone", phone);
        listen("server", server);
    }

    private LinkService station(String name, MacAddress address) {
        LinkEnd end = new LinkEnd(name, "wlan0");
        links.put(name, radio.link(name + "-ap", end, air, RadioLink.GOOD));
        return new WifiInterface(end, address, 1500, cell, events, trace, randomness);
    }

    private void listen(String name, LinkService at) {
        at.attach((type, broadcast, payload) -> {
            heard.add(name + (broadcast ? " among all" : "") + ": " + payload.bytes()[0]);
            payloads.add(payload);
        });
    }

    private RadioLink link(String station) {
        return Objects.requireNonNull(links.get(station));
    }

    private static Content payload(int first) {
        byte[] bytes = new byte[100];
        bytes[0] = (byte) first;
        return Content.of(bytes);
    }

    private void settle() {
        while (events.runNext()) {
            continue;
        }
    }

    /** Who sent what to whom, and what became of it. */
    private List<String> onAir() {
        List<String> lines = new ArrayList<>();
        for (TracedFrame frame : trace.frames()) {
            if (frame.from().isAntenna()) {
                WifiFrame header = WifiFrame.parse(frame.content().bytes()).orElseThrow();
                String kind = header.kind() == WifiFrame.ACKNOWLEDGEMENT ? "ACK" : header.isRetry() ? "again" : "data";
                lines.add(frame.where() + " " + kind + (frame.dropped() == null ? "" : ", " + frame.dropped()));
            }
        }
        return lines;
    }

    private List<String> notes() {
        return trace.notes().stream().map(Note::text).toList();
    }

    @Test
    void aFrameToTheServerIsAcknowledgedAndPassedOnToTheCable() {
        events.advanceTo(1000 * MICROSECOND);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(List.of("laptop→ap data", "ap→laptop ACK"), onAir());
        assertEquals(List.of("server: 7"), heard);
        List<TracedFrame> frames = trace.frames().stream().filter(frame -> frame.from().isAntenna()).toList();
        assertEquals(1000 * MICROSECOND, frames.get(0).sent(), "the air was idle: at once");
        // 20 µs of preamble, six symbols of 216 bits for 22 + 8 × 136 bits, and 6 µs of silence.
        assertEquals(1050 * MICROSECOND, frames.get(0).arrived());
        assertEquals(1060 * MICROSECOND, frames.get(1).sent(), "SIFS later");
        assertEquals(1094 * MICROSECOND, frames.get(1).arrived(), "two symbols of 96 bits at 24 Mbit/s");
        TracedFrame onCable = trace.frames().stream().filter(frame -> !frame.from().isAntenna()).findFirst()
                .orElseThrow();
        assertEquals(1, onCable.packet(), "on the cable it is the same packet");
        EthernetFrame ethernet = EthernetFrame.parse(onCable.content().bytes()).orElseThrow();
        assertEquals(new EthernetFrame(SERVER, LAPTOP, EthernetFrame.IPV4), ethernet);
    }

    @Test
    void theServerAnswersOverTheAccessPoint() {
        server.send(PHONE, EthernetFrame.IPV4, payload(8));
        settle();
        assertEquals(List.of("ap→phone data", "phone→ap ACK"), onAir());
        assertEquals(List.of("phone: 8"), heard);
        WifiFrame header = WifiFrame.parse(trace.frames().get(1).content().bytes()).orElseThrow();
        assertEquals(SERVER, header.source());
        assertEquals(BSS, header.transmitter());
        assertEquals(WifiFrame.FROM_ACCESS_POINT, header.flags());
        assertEquals(44, header.duration(), "SIFS and acknowledgement");
    }

    @Test
    void stationsReachEachOtherThroughTheAccessPoint() {
        laptop.send(PHONE, EthernetFrame.IPV4, payload(9));
        settle();
        assertEquals(List.of("laptop→ap data", "ap→laptop ACK", "ap→phone data", "phone→ap ACK"), onAir());
        assertEquals(List.of("phone: 9"), heard);
        assertEquals(4, trace.frames().size(), "nothing goes to the cable");
    }

    @Test
    void whatIsForAllReachesAllButItsSender() {
        laptop.send(MacAddress.BROADCAST, EthernetFrame.ARP, payload(5));
        settle();
        assertEquals(List.of("laptop→ap data", "ap→laptop ACK", "ap→laptop data", "ap→phone data"), onAir(),
                "nobody acknowledges what is for all");
        assertEquals(List.of("phone among all: 5", "server among all: 5"), heard.stream().sorted().toList());
        heard.clear();
        server.send(MacAddress.BROADCAST, EthernetFrame.ARP, payload(6));
        settle();
        assertEquals(List.of("laptop among all: 6", "phone among all: 6"), heard);
    }

    @Test
    void aLostFrameIsSentAgain() {
        int[] lost = { 0 };
        link("laptop").loseIf(frame -> lost[0]++ == 0);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(List.of("laptop→ap data, lost on link laptop-ap", "laptop→ap again", "ap→laptop ACK"), onAir());
        assertEquals(List.of("server: 7"), heard);
        assertEquals(List.of(1, 1), trace.frames().stream().limit(2).map(TracedFrame::packet).toList());
    }

    @Test
    void aLostAcknowledgementMakesADuplicateThatIsFilteredOut() {
        int[] acknowledgements = { 0 };
        link("laptop").loseIf(frame -> frame.bytes().length == WifiFrame.ACKNOWLEDGEMENT_LENGTH
                && acknowledgements[0]++ == 0);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(List.of("laptop→ap data", "ap→laptop ACK, lost on link laptop-ap", "laptop→ap again",
                "ap→laptop ACK"), onAir());
        assertEquals(List.of("server: 7"), heard, "once");
        assertEquals(List.of("dropped at ap: it had arrived before, and only its acknowledgement was lost"), notes());
    }

    @Test
    void aSenderGivesUpAfterSevenRetriesAndGoesOnWithTheNextFrame() {
        link("laptop").conditions(RadioLink.GOOD.withLoss(1));
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(8, onAir().size());
        assertEquals(List.of("dropped at laptop: no acknowledgement after 7 retries"), notes());
        link("laptop").conditions(RadioLink.GOOD);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(8));
        settle();
        assertEquals(List.of("server: 8"), heard);
    }

    @Test
    void twoThatSendAtOnceCollideAndTryAgainAtDifferentTimes() {
        events.advanceTo(1000 * MICROSECOND);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(1));
        phone.send(SERVER, EthernetFrame.IPV4, payload(2));
        settle();
        assertEquals(List.of("laptop→ap data, collided with a frame of phone",
                "phone→ap data, collided with a frame of laptop"), onAir().subList(0, 2));
        assertEquals(List.of("server: 1", "server: 2"), heard.stream().sorted().toList());
    }

    @Test
    void whoFindsTheAirBusyWaitsForARandomNumberOfSlots() {
        events.advanceTo(1000 * MICROSECOND);
        laptop.send(SERVER, EthernetFrame.IPV4, payload(1));
        events.at(1020 * MICROSECOND, () -> phone.send(SERVER, EthernetFrame.IPV4, payload(2)));
        settle();
        assertEquals(List.of("laptop→ap data", "ap→laptop ACK", "phone→ap data", "ap→phone ACK"), onAir());
        List<TracedFrame> frames = trace.frames().stream().filter(frame -> frame.from().isAntenna()).toList();
        long waited = frames.get(2).sent() - frames.get(1).arrived() - 28 * MICROSECOND;
        assertEquals(0, waited % (9 * MICROSECOND), "whole slots after DIFS");
        assertTrue(waited >= 0 && waited <= 15 * 9 * MICROSECOND, waited + " ns");
    }

    @Test
    void manyFramesOfManySendersAllArriveInOrderInSpiteOfCollisions() {
        for (int i = 0; i < 100; i++) {
            laptop.send(SERVER, EthernetFrame.IPV4, payload(i));
            phone.send(LAPTOP, EthernetFrame.IPV4, payload(i));
        }
        settle();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            expected.add("server: " + i);
        }
        assertEquals(expected, heard.stream().filter(each -> each.startsWith("server")).toList());
        assertEquals(100, heard.stream().filter(each -> each.startsWith("laptop")).count());
        assertTrue(onAir().stream().anyMatch(line -> line.contains("collided")));
        assertTrue(onAir().size() < 1000, "but they are the exception: " + onAir().size());
    }

    @Test
    void framesThatDoNotOverlapNeverShareTheAir() {
        for (int i = 0; i < 50; i++) {
            laptop.send(SERVER, EthernetFrame.IPV4, payload(i));
            phone.send(SERVER, EthernetFrame.IPV4, payload(i));
            server.send(LAPTOP, EthernetFrame.IPV4, payload(i));
        }
        settle();
        long free = 0;
        for (TracedFrame frame : trace.frames()) {
            if (frame.from().isAntenna() && frame.dropped() == null) {
                assertTrue(frame.sent() >= free, "frame " + frame.number());
                free = frame.arrived();
            }
        }
    }

    @Test
    void damagedFramesAreNeitherTakenNorAcknowledged() {
        link("laptop").conditions(new LinkEnd("laptop", "wlan0"), RadioLink.GOOD.withCorrupt(1));
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(List.of(), heard);
        assertEquals(8, onAir().size());
        assertEquals("dropped at ap: bad frame check sequence", notes().getFirst());
    }

    @Test
    void messagesKeepTheirPlaceThroughAllHeaders() {
        Message message = new Message(1, 0, Origin.stack("laptop"), 3);
        laptop.send(SERVER, EthernetFrame.IPV4,
                new Content(new byte[] { 9, 1, 2, 3 }, List.of(new MessageSlice(message, 0, 3, 1))));
        settle();
        assertEquals(List.of(new MessageSlice(message, 0, 3, 33)), trace.frames().get(0).content().messages());
        assertEquals(List.of(new MessageSlice(message, 0, 3, 1)), payloads.getFirst().messages());
    }

    @Test
    void aFullQueueDropsInWords() {
        link("laptop").conditions(RadioLink.GOOD.withQueue(2));
        for (int i = 0; i < 4; i++) {
            laptop.send(SERVER, EthernetFrame.IPV4, payload(i));
        }
        settle();
        assertTrue(onAir().contains("laptop→ap data, dropped at laptop: queue full (2 of 2)"), onAir().toString());
        assertEquals(3, heard.size());
    }

    @Test
    void anythingMayBeOnTheAir() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = new byte[random.nextInt(80)];
            random.nextBytes(frame);
            if (frame.length >= 24 && random.nextBoolean()) {
                frame[0] = random.nextBoolean() ? (byte) 0x08 : (byte) 0xd4;
                BSS.put(frame, 4);
                LAPTOP.put(frame, 10);
            }
            if (frame.length >= 4) {
                EthernetFrame.putFcs(frame);
            }
            link(i % 2 == 0 ? "laptop" : "phone").from(i % 4 < 2 ? new LinkEnd(i % 2 == 0 ? "laptop" : "phone", "wlan0")
                    : air).send(Content.of(frame));
            if (i % 10 == 0) {
                settle();
            }
        }
        settle();
        heard.clear();
        laptop.send(SERVER, EthernetFrame.IPV4, payload(7));
        settle();
        assertEquals(List.of("server: 7"), heard);
    }
}
