package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.DnsType;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.TcpHeader;

/** Frames taken apart; what Wireshark has to say about them is in {@link HandMadeFramesTest}. */
class DissectorTest {

    private static final int DATA = TcpHeader.PSH | TcpHeader.ACK;

    private static String row(Dissection frame) {
        return frame.source() + " → " + frame.destination() + " " + frame.protocol() + " " + frame.info();
    }

    private static Dissection last(Frames frames) {
        return frames.dissections().getLast();
    }

    private static String problems(Dissection frame) {
        return frame.envelopes().stream().flatMap(envelope -> envelope.problems().stream())
                .collect(Collectors.joining("; "));
    }

    private static byte[] lastBytes(Frames frames) {
        return frames.all().getLast().content().bytes().clone();
    }

    @Test
    void rowsReadAsInWireshark() {
        Frames frames = new Frames().arp(ArpPacket.REQUEST).arp(ArpPacket.REPLY);
        DnsMessage query = DnsMessage.query(7, new DnsQuestion("server", DnsType.A));
        frames.udp(true, 53, query.emit()).udp(false, 53,
                query.answer(0, List.of(DnsRecord.address("server", Frames.SERVER, 60))).emit());
        frames.icmp(true, IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 1, 1), new byte[8]);
        frames.handshake().tcp(true, DATA, 1001, 5001, 502, "hello layers\n", null);
        frames.tcp(true, DATA, 1001, 5001, 502, "hello layers\n", null);
        frames.tcp(false, TcpHeader.RST, 5001, 0, 0, "", null);
        assertEquals(
                """
                        02:00:0a:00:01:02 → Broadcast ARP Who has 10.0.2.2? Tell 10.0.1.2
                        02:00:0a:00:02:02 → 02:00:0a:00:01:02 ARP 10.0.2.2 is at 02:00:0a:00:02:02
                        10.0.1.2 → 10.0.2.2 DNS Standard query 0x0007 A server
                        10.0.2.2 → 10.0.1.2 DNS Standard query response 0x0007 A server A 10.0.2.2
                        10.0.1.2 → 10.0.2.2 ICMP Echo (ping) request  id=0x0001, seq=1/256, ttl=64
                        10.0.1.2 → 10.0.2.2 TCP 49152 → 6789 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 SACK_PERM TSval=1 TSecr=0 WS=128
                        10.0.2.2 → 10.0.1.2 TCP 6789 → 49152 [SYN, ACK] Seq=0 Ack=1 Win=64240 Len=0 MSS=1460 SACK_PERM TSval=1 \
                        TSecr=0 WS=128
                        10.0.1.2 → 10.0.2.2 TCP 49152 → 6789 [ACK] Seq=1 Ack=1 Win=64256 Len=0
                        10.0.1.2 → 10.0.2.2 TCP 49152 → 6789 [PSH, ACK] Seq=1 Ack=1 Win=64256 Len=13
                        10.0.1.2 → 10.0.2.2 TCP [TCP Retransmission] 49152 → 6789 [PSH, ACK] Seq=1 Ack=1 Win=64256 Len=13
                        10.0.2.2 → 10.0.1.2 TCP 6789 → 49152 [RST] Seq=1 Win=0 Len=0
                        """,
                frames.dissections().stream().map(frame -> row(frame) + "\n").collect(Collectors.joining()));
    }

    @Test
    void whatStandsOutAboutASegmentIsToldInWords() {
        Frames frames = new Frames().handshake().tcp(true, DATA, 1001, 5001, 502, "one", "lost");
        frames.tcp(true, DATA, 1004, 5001, 502, "two", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1001, 502, "", null).tcp(false, TcpHeader.ACK, 5001, 1001, 502, "",
                null);
        frames.pause(212_000_000).tcp(true, DATA, 1001, 5001, 502, "one", null);
        assertEquals(List.of("", "", "", "", "", "", "acknowledges the same as frame 2: something behind it is missing",
                "retransmitted: no ACK for 216.000 ms, sent before in frame 4"),
                frames.dissections().stream().map(DissectorTest::problems).toList());
    }

    @Test
    void bareBytesAreReadWithoutTheirConversation() {
        byte[] frame = lastBytes(new Frames().handshake());
        Dissection dissection = new Dissector().dissect(frame);
        assertEquals("49152 → 6789 [ACK] Seq=1001 Ack=5001 Win=502 Len=0", dissection.info());
        assertEquals(List.of("eth", "ip", "tcp"), dissection.envelopes().stream().map(Envelope::filterName).toList());
        assertTrue(dissection.values("tcp.stream").isEmpty());
    }

    @Test
    void plainTextIsShownAsTextAndAnythingElseAsData() {
        Envelope text = last(new Frames().udp(true, 6789, "grüß\tdich\n".getBytes(StandardCharsets.UTF_8)))
                .layer(Layer.APPLICATION).orElseThrow();
        assertEquals("TEXT \"grüß\\tdich\\n\"", text.protocol() + " " + text.summary());
        Envelope data = last(new Frames().udp(true, 6789, new byte[] { 0, (byte) 0xff, 'a' }))
                .layer(Layer.APPLICATION).orElseThrow();
        assertEquals("DATA 00 ff 61", data.protocol() + " " + data.summary());
        Envelope cut = last(new Frames().udp(true, 6789, new byte[] { 'a', (byte) 0xc3 })).layer(Layer.APPLICATION)
                .orElseThrow();
        assertEquals("DATA", cut.protocol());
    }

    @Test
    void emptyDatagramHasNoMessage() {
        assertTrue(last(new Frames().udp(true, 6789, new byte[0])).layer(Layer.APPLICATION).isEmpty());
    }

    @Test
    void httpIsKnownOnAnyPort() {
        String request = "POST /form HTTP/1.1\r\nHost: server:6789\r\nContent-Length: 3\r\n\r\nabc";
        Dissection frame = last(new Frames().handshake().tcp(true, DATA, 1001, 5001, request));
        assertEquals("HTTP POST /form HTTP/1.1", frame.protocol() + " " + frame.info());
        Envelope http = frame.layer(Layer.APPLICATION).orElseThrow();
        assertEquals(request.length() - 3, http.headerLength());
        assertEquals(3, http.payloadLength());
        assertEquals("server:6789", frame.values("http.host").getFirst().text());
    }

    @Test
    void textThatOnlyBeginsLikeHttpIsText() {
        for (String text : List.of("GET", "GET /", "GET / HTTP/1.1", "HTTP/1.1 is a protocol\n", "HELLO WORLD\n")) {
            Dissection frame = last(new Frames().handshake().tcp(true, DATA, 1001, 5001, text));
            assertEquals("TEXT", frame.layer(Layer.APPLICATION).orElseThrow().protocol(), text);
        }
    }

    @Test
    void changedBitIsToldAtEveryLayerWhoseChecksumCoversIt() {
        byte[] frame = lastBytes(new Frames().handshake().tcp(true, DATA, 1001, 5001, "hello"));
        frame[frame.length - 9] ^= 1;
        Dissection payload = new Dissector().dissect(frame);
        assertTrue(problems(payload).matches("bad frame check sequence 0x.*, should be 0x.*; bad checksum.*"),
                problems(payload));
        assertEquals("0 1 0", status(payload, "eth.fcs.status") + " " + status(payload, "ip.checksum.status") + " "
                + status(payload, "tcp.checksum.status"));
    }

    private static String status(Dissection frame, String field) {
        return frame.values(field).getFirst().value().toString();
    }

    @Test
    void headerThatIsCutShortIsAProblemInWords() {
        byte[] datagram = { 0, 1, 2 };
        Dissection frame = new Dissector().dissect(Frames.ipv4(true, TcpHeader.PROTOCOL, datagram));
        assertEquals("TCP [Malformed Packet: the TCP header is cut short or its length contradicts the segment's]",
                frame.protocol() + " " + frame.info());
        assertEquals("_ws.malformed", frame.envelopes().getLast().filterName());
    }

    @Test
    void frameOfACaptureWithoutCheckSequenceIsReadToItsEnd() {
        byte[] whole = lastBytes(new Frames().udp(true, 6789, "a long enough text to need no padding".getBytes(
                StandardCharsets.US_ASCII)));
        byte[] bytes = Arrays.copyOf(whole, whole.length - 4);
        CapturedFrame captured = new CapturedFrame(1, 0, 0, "", "", List.of(), bytes, bytes.length, 0);
        Dissection frame = new Dissector().dissect(captured, TcpContext.NONE);
        assertEquals("", problems(frame));
        assertTrue(frame.values("eth.fcs").isEmpty());
        assertEquals(0, frame.protocol("eth").orElseThrow().trailerLength());
    }

    @Test
    void sameConnectionHasTheSameStreamAtEveryHopAndNoHopIsARetransmission() {
        Frames frames = new Frames().handshake().tcp(true, DATA, 1001, 5001, "hello");
        Conversations conversations = new Conversations();
        int number = 0;
        for (TracedFrame frame : frames.all()) {
            for (String device : List.of("s1", "r1")) {
                TracedFrame hop = new TracedFrame(++number, frame.packet(), frame.sent() + number, frame.arrived(),
                        new LinkEnd(device, "p1"), new LinkEnd(device, "p2"),
                        new Content(frame.content().bytes(), List.of()),
                        null);
                TcpContext context = conversations.follow(CapturedFrame.of(hop, 0));
                assertEquals(0, context.stream());
                assertEquals(List.of(), context.remarks());
            }
        }
    }

    @Test
    void nothingIsThrownWhateverTheBytesAre() {
        Frames frames = new Frames().arp(ArpPacket.REQUEST).handshake();
        frames.tcp(true, DATA, 1001, 5001, "GET / HTTP/1.1\r\nHost: x\r\n\r\nbody");
        frames.udp(true, 53, DnsMessage.query(7, new DnsQuestion("server", DnsType.A)).emit());
        byte[] lost = lastBytes(frames);
        frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0, 0),
                Arrays.copyOfRange(lost, 14, lost.length - 4));
        RandomGenerator random = new Randomness(1).stream("bytes");
        Conversations conversations = new Conversations();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = frames.all().get(random.nextInt(frames.all().size())).content().bytes();
            bytes = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length);
            for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            CapturedFrame captured = new CapturedFrame(round + 1, round, 0, "", "", List.of(), bytes, bytes.length,
                    random.nextInt(2) * 4);
            Dissection dissection = new Dissector().dissect(captured, conversations.follow(captured));
            assertNotNull(new Dissector().dissect(bytes).info());
            for (Envelope envelope : dissection.envelopes()) {
                for (FieldValue value : envelope.fields()) {
                    assertTrue(value.offset() + value.length() <= bytes.length, () -> value + " leaves the frame");
                    assertNotNull(FieldText.plain(value));
                }
            }
        }
    }
}
