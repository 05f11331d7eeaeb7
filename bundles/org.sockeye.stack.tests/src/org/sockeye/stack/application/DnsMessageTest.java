package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

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
        DnsMessage query = DnsMessage.query(0x1234, new DnsQuestion("server", DnsType.A));
        assertEquals(HexFormat.of().formatHex(QUERY), HexFormat.of().formatHex(query.emit()));
        assertEquals(Optional.of(query), parse(QUERY));
    }

    @Test
    void anAnswerIsReadBackAsItWasGiven() {
        DnsMessage query = DnsMessage.query(7, new DnsQuestion("server", DnsType.A));
        DnsMessage answer = query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.address("server", Ipv4Address.of(10, 0, 2, 2), 60)));
        assertEquals(Optional.of(answer), parse(answer.emit()));
        DnsMessage pointer = query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.pointer("2.2.0.10.in-addr.arpa", "server", 60)));
        assertEquals(Optional.of(pointer), parse(pointer.emit()));
    }

    @Test
    void namesThatEndAlikeAreWrittenOnce() {
        DnsMessage answer = DnsMessage.query(7, new DnsQuestion("www.example", DnsType.A)).answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.alias("www.example", "web.example", 60),
                        DnsRecord.address("WEB.example", Ipv4Address.of(10, 0, 2, 2), 60)));
        assertEquals("0007 8580 0001 0002 0000 0000 03 777777 07 6578616d706c65 00 0001 0001"
                .concat("c00c 0005 0001 0000003c 0006 03 776562 c010").concat("c029 0001 0001 0000003c 0004 0a000202")
                .replace(" ", ""), HexFormat.of().formatHex(answer.emit()));
    }

    @Test
    void everyKindOfRecordIsReadBackAsItWasWritten() {
        List<DnsRecord> records = List.of(DnsRecord.address("a.b", Ipv6Address.parse("2001:db8::1"), 1),
                new DnsRecord("b", DnsType.NS, 2, new DnsData.Pointer("ns.b")),
                new DnsRecord("b", DnsType.SOA, 3, new DnsData.Authority("ns.b", "me.b", 1, 2, 3, 4, 0xffff_ffffL)),
                new DnsRecord("b", DnsType.MX, 4, new DnsData.Mail(10, "mail.b")),
                new DnsRecord("b", DnsType.TXT, 5, new DnsData.Text(List.of("one", "", "three"))),
                new DnsRecord("_x._tcp.b", DnsType.SRV, 6, new DnsData.Service(1, 2, 3, "a.b")));
        DnsMessage answer = DnsMessage.query(7, new DnsQuestion("b", DnsType.ANY), 1232).answer(DnsMessage.NO_ERROR,
                records, records);
        assertEquals(1232, answer.limit());
        byte[] bytes = answer.emit();
        assertEquals(Optional.of(answer), parse(bytes));
        assertEquals(answer.summary(), DnsDissector.describe(answer, bytes, 0, bytes.length, 0).summary());
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
        Envelope envelope = DnsDissector.describe(parse(bytes).orElseThrow(), bytes, 0, bytes.length, 0);
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
            message.ifPresent(parsed -> DnsDissector.describe(parsed, bytes, 0, bytes.length, 0));
            read += message.isPresent() ? 1 : 0;
        }
        assertTrue(read > 1000 && read < 19_000, "some can be read and some cannot: " + read);
    }

    @Test
    void namesOfAddressesReadBackwards() {
        assertEquals("2.1.0.10.in-addr.arpa", DnsName.reverse(Ipv4Address.of(10, 0, 1, 2)));
        assertEquals("2.1.0.10.in-addr.arpa", DnsName.reverse(Ipv4Address.of(10, 0, 1, 2)));
        assertEquals("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
                DnsName.reverse(Ipv6Address.parse("2001:db8::1")));
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
