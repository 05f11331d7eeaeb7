package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Ipv4Address;

class DnsMessageTest {

    private static final byte[] QUERY = hex("1234 0100 0001 0000 0000 0000 06 736572766572 00 0001 0001");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static Optional<DnsMessage> parse(byte[] bytes) {
        return DnsMessage.parse(bytes, 0, bytes.length);
    }

    @Test
    void aQueryStandsAsTheRfcSays() {
        DnsMessage query = DnsMessage.query(0x1234, new DnsQuestion("server", DnsRecord.A));
        assertEquals(HexFormat.of().formatHex(QUERY), HexFormat.of().formatHex(query.emit()));
        assertEquals(Optional.of(query), parse(QUERY));
    }

    @Test
    void anAnswerIsReadBackAsItWasGiven() {
        DnsMessage query = DnsMessage.query(7, new DnsQuestion("server", DnsRecord.A));
        DnsMessage answer = query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.address("server", Ipv4Address.of(10, 0, 2, 2), 60)));
        assertEquals(Optional.of(answer), parse(answer.emit()));
        DnsMessage pointer = query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.pointer("2.2.0.10.in-addr.arpa", "server", 60)));
        assertEquals(Optional.of(pointer), parse(pointer.emit()));
    }

    @Test
    void compressedNamesAreRead() {
        byte[] bytes = hex("1234 8580 0001 0001 0000 0000 06 736572766572 00 0001 0001"
                + "c00c 0001 0001 0000003c 0004 0a000202");
        DnsMessage message = parse(bytes).orElseThrow();
        assertEquals(List.of(DnsRecord.address("server", Ipv4Address.of(10, 0, 2, 2), 60)), message.answers());
    }

    @Test
    void itsFieldsHaveWiresharksNames() {
        byte[] bytes = hex("1234 8580 0001 0001 0000 0000 06 736572766572 00 0001 0001"
                + "c00c 0001 0001 0000003c 0004 0a000202");
        Envelope envelope = parse(bytes).orElseThrow().describe(bytes, 0, bytes.length);
        assertEquals("answer A server: 10.0.2.2", envelope.summary());
        List<String> told = envelope.fields().stream()
                .map(value -> value.field().name() + "=" + value.text() + "@" + value.offset() + "+" + value.length())
                .toList();
        assertTrue(told.contains("dns.id=0x1234@0+2"), told.toString());
        assertTrue(told.contains("dns.qry.name=server@12+8"), told.toString());
        assertTrue(told.contains("dns.qry.type=1 (A)@20+2"), told.toString());
        assertTrue(told.contains("dns.resp.name=server@24+2"), told.toString());
        assertTrue(told.contains("dns.resp.ttl=60@30+4"), told.toString());
        assertTrue(told.contains("dns.a=10.0.2.2@36+4"), told.toString());
    }

    @Test
    void nonsenseIsNoMessage() {
        assertEquals(Optional.empty(), parse(new byte[0]));
        assertEquals(Optional.empty(), parse(hex("1234 0100 0001 0000 0000 0000")), "a question is missing");
        assertEquals(Optional.empty(), parse(hex("1234 0100 0001 0000 0000 0000 c00c 0001 0001")), "points at itself");
        assertEquals(Optional.empty(), parse(hex("1234 0100 0001 0000 0000 0000 c00e c00c 0001 0001")),
                "points ahead");
        assertEquals(Optional.empty(), parse(hex("1234 0100 0001 0000 0000 0000 80 0001 0001")), "unknown label");
        assertEquals(Optional.empty(), parse(hex("1234 8580 0000 0001 0000 0000 00 0001 0001 00000000 0003 010203")),
                "an address of three bytes");
    }

    @Test
    void everyCutIsNoMessage() {
        for (int length = 0; length < QUERY.length; length++) {
            assertEquals(Optional.empty(), DnsMessage.parse(QUERY, 0, length), "cut at " + length);
        }
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(1);
        byte[] answer = hex("1234 8580 0001 0001 0000 0000 06 736572766572 00 0001 0001"
                + "c00c 0001 0001 0000003c 0004 0a000202");
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = answer.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Optional<DnsMessage> message = parse(bytes);
            message.ifPresent(parsed -> parsed.describe(bytes, 0, bytes.length));
            read += message.isPresent() ? 1 : 0;
        }
        assertTrue(read > 1000 && read < 19_000, "some can be read and some cannot: " + read);
    }

    @Test
    void namesOfAddressesReadBackwards() {
        assertEquals("2.1.0.10.in-addr.arpa", DnsName.reverse(Ipv4Address.of(10, 0, 1, 2)));
        assertEquals(OptionalInt.of(Ipv4Address.of(10, 0, 1, 2).bits()), DnsName.reversed("2.1.0.10.in-addr.arpa"));
        assertEquals(OptionalInt.empty(), DnsName.reversed("server"));
        assertEquals(OptionalInt.empty(), DnsName.reversed("x.in-addr.arpa"));
    }

    @Test
    void someTextsAreNoNames() {
        assertTrue(DnsName.isValid("server"));
        assertTrue(DnsName.isValid("www.example.org"));
        for (String text : List.of("", ".", "a..b", "a b", "x".repeat(64), "a.".repeat(130) + "a", "späti")) {
            assertTrue(!DnsName.isValid(text), text);
        }
    }
}
