package org.sockeye.stack.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Headers against bytes that others have written down. */
class HeadersTest {

    private static final MacAddress A = new MacAddress(0x02000a000102L);
    private static final MacAddress B = new MacAddress(0x02000a000101L);
    private static final Ipv4Address FROM = Ipv4Address.of(192, 168, 0, 1);
    private static final Ipv4Address TO = Ipv4Address.of(192, 168, 0, 199);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> told(Envelope envelope) {
        return envelope.fields().stream().map(value -> value.field().name() + "=" + value.text()).toList();
    }

    @Test
    void aFrameIsPaddedTo64Bytes() {
        byte[] frame = new EthernetFrame(B, A, EthernetFrame.IPV4).emit(new byte[] { 1, 2, 3 });
        assertEquals(64, frame.length);
        assertEquals("02000a000101 02000a000102 0800 010203".replace(" ", ""), hex(frame).substring(0, 34));
        assertEquals(Optional.of(new EthernetFrame(B, A, EthernetFrame.IPV4)), EthernetFrame.parse(frame));
        assertEquals(1518, new EthernetFrame(B, A, EthernetFrame.IPV4).emit(new byte[1500]).length);
    }

    @Test
    void theCheckSequenceIsCrc32LowestByteFirst() {
        byte[] check = hex("313233343536373839 2639f4cb");
        assertTrue(EthernetFrame.verify(check), "the check value that every CRC-32 is known by");
        check[3] ^= 1;
        assertFalse(EthernetFrame.verify(check));
    }

    @Test
    void aFrameSaysWhatIsWrongWithIt() {
        byte[] frame = new EthernetFrame(MacAddress.BROADCAST, A, EthernetFrame.ARP).emit(new byte[28]);
        Envelope good = EthernetFrame.parse(frame).orElseThrow().describe(frame, 28);
        assertEquals(List.of(), good.problems());
        assertEquals(22, good.trailerLength(), "18 bytes of padding and the FCS");
        assertTrue(told(good).containsAll(List.of("eth.dst=ff:ff:ff:ff:ff:ff", "eth.type=0x0806 (ARP)")));

        frame[63] ^= 0x55;
        String problem = EthernetFrame.parse(frame).orElseThrow().describe(frame, 28).problems().get(0);
        assertTrue(problem.matches("bad frame check sequence 0x[0-9a-f]{8}, should be 0x[0-9a-f]{8}"), problem);
    }

    @Test
    void whatIsNoFrameIsNotRead() {
        assertEquals(Optional.empty(), EthernetFrame.parse(new byte[17]));
        assertFalse(EthernetFrame.verify(new byte[3]));
    }

    @Test
    void anArpQuestionStandsAsTheRfcSays() {
        ArpPacket question = new ArpPacket(ArpPacket.REQUEST, A, FROM, new MacAddress(0), TO);
        byte[] bytes = question.emit();
        assertEquals("0001 0800 06 04 0001 02000a000102 c0a80001 000000000000 c0a800c7".replace(" ", ""), hex(bytes));
        assertEquals(Optional.of(question), ArpPacket.parse(bytes, 0, bytes.length));
        assertEquals("Who has 192.168.0.199? Tell 192.168.0.1", question.describe(bytes, 0).summary());
        assertEquals(Optional.empty(), ArpPacket.parse(bytes, 0, 27));
        bytes[4] = 8;
        assertEquals(Optional.empty(), ArpPacket.parse(bytes, 0, bytes.length), "hardware addresses of 8 bytes");
    }

    @Test
    void anIpv4HeaderStandsAsTheRfcSays() {
        byte[] known = hex("4500 0073 0000 4000 4011 b861 c0a80001 c0a800c7");
        Ipv4Header header = Ipv4Header.of(FROM, TO, 17, 64, 0, 0x73 - 20).withDontFragment(true);
        assertEquals(hex(known), hex(header.emit()));
        byte[] datagram = Arrays.copyOf(known, 0x73);
        Ipv4Header parsed = Ipv4Header.parse(datagram, 0, datagram.length).orElseThrow();
        assertTrue(parsed.verify(datagram, 0));
        assertEquals(new Ipv4Header(0, 0x73, 0, true, false, 0, 64, 17, 0xb861, FROM, TO, Ipv4Options.NONE), parsed);
        assertTrue(told(parsed.describe(datagram, 0)).containsAll(List.of("ip.hdr_len=20 bytes (5)", "ip.flags=0x2",
                "ip.flags.df=set", "ip.ttl=64", "ip.proto=17 (UDP)", "ip.checksum=0xb861", "ip.src=192.168.0.1")));
    }

    /** Router Alert (RFC 2113) is copied into fragments, Record Route (RFC 791) is not. */
    @Test
    void optionsStandInTheFirstFragmentAndThoseToBeCopiedInAll() {
        byte[] options = hex("07 07 04 00000000 94 04 0000 00");
        Ipv4Header whole = Ipv4Header.of(FROM, TO, 17, 64, 1, 1600).withServices(0xb9)
                .withOptions(Ipv4Options.of(options, 0, options.length));
        assertEquals(1632, whole.totalLength());
        Ipv4Header first = whole.fragment(0, 800, true);
        byte[] bytes = Arrays.copyOf(first.emit(), 832);
        assertEquals("48b90340 00012000 4011" + "0707040000000094040000 00".replace(" ", ""),
                hex(Arrays.copyOf(bytes, 4)) + " " + hex(Arrays.copyOfRange(bytes, 4, 8)) + " "
                        + hex(Arrays.copyOfRange(bytes, 8, 10)) + hex(Arrays.copyOfRange(bytes, 20, 32)));
        assertEquals(first.options(), Ipv4Header.parse(bytes, 0, 832).orElseThrow().options());
        assertTrue(Ipv4Header.parse(bytes, 0, 832).orElseThrow().verify(bytes, 0));
        Ipv4Header last = whole.fragment(800, 800, false);
        byte[] rest = last.emit();
        assertEquals("46b9", hex(Arrays.copyOf(rest, 2)));
        assertEquals("94040000", hex(Arrays.copyOfRange(rest, 20, 24)));
    }

    @Test
    void aRouterMendsTheChecksum() {
        byte[] datagram = Ipv4Header.of(FROM, TO, 17, 64, 1, 0).emit();
        Ipv4Header next = Ipv4Header.parse(datagram, 0, 20).orElseThrow().decrementTtl(datagram);
        assertEquals(63, next.ttl());
        assertTrue(next.verify(datagram, 0));
        assertEquals(Optional.of(next), Ipv4Header.parse(datagram, 0, 20));
    }

    @Test
    void aDatagramThatContradictsItselfIsNotRead() {
        byte[] good = Ipv4Header.of(FROM, TO, 17, 64, 1, 0).emit();
        assertTrue(Ipv4Header.parse(good, 0, 20).isPresent());
        assertEquals(Optional.empty(), Ipv4Header.parse(good, 0, 19), "too short for a header");
        for (byte[] change : new byte[][] { { 0, 0x65 }, { 0, 0x44 }, { 0, 0x46 }, { 3, 19 }, { 3, 21 } }) {
            byte[] bad = good.clone();
            bad[change[0]] = change[1];
            assertEquals(Optional.empty(), Ipv4Header.parse(bad, 0, 20), hex(bad));
        }
    }

    @Test
    void aBadChecksumNamesTheRightOne() {
        byte[] datagram = hex("4500 0014 0000 4000 4011 b8c0 c0a80001 c0a800c7");
        Ipv4Header good = Ipv4Header.parse(datagram, 0, 20).orElseThrow();
        assertEquals(List.of(), good.describe(datagram, 0).problems());
        datagram[10] = 0;
        Ipv4Header bad = Ipv4Header.parse(datagram, 0, 20).orElseThrow();
        assertEquals(List.of("bad checksum 0x00c0, should be 0xb8c0"), bad.describe(datagram, 0).problems());
    }

    @Test
    void anEchoStandsAsTheRfcSays() {
        byte[] echo = IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 1, 9).emit("abcd".getBytes());
        assertEquals("0800 332f 0001 0009 61626364".replace(" ", ""), hex(echo));
        assertTrue(IcmpMessage.verify(echo, 0, echo.length));
        IcmpMessage parsed = IcmpMessage.parse(echo, 0, echo.length).orElseThrow();
        assertEquals(9, parsed.sequence());
        assertEquals(List.of(), parsed.describe(echo, 0, echo.length).problems());
        echo[8] ^= 1;
        assertEquals(1, parsed.describe(echo, 0, echo.length).problems().size());
        assertEquals(Optional.empty(), IcmpMessage.parse(echo, 0, 7));
    }

    @Test
    void aUdpDatagramCoversItsPseudoHeader() {
        byte[] payload = { 1, 2, 3 };
        byte[] header = UdpHeader.emit(FROM, 1000, TO, 7, payload);
        byte[] datagram = Arrays.copyOf(header, 11);
        System.arraycopy(payload, 0, datagram, 8, 3);
        UdpHeader parsed = UdpHeader.parse(datagram, 0, 11).orElseThrow();
        assertTrue(parsed.verify(FROM, TO, datagram, 0));
        assertFalse(parsed.verify(FROM, Ipv4Address.of(192, 168, 0, 200), datagram, 0), "meant for somebody else");
        datagram[9] ^= 1;
        String problem = parsed.describe(datagram, 0, FROM, TO).problems().get(0);
        assertTrue(problem.startsWith("bad checksum 0x" + String.format("%04x", parsed.checksum())), problem);
        assertEquals(Optional.empty(), UdpHeader.parse(datagram, 0, 10), "longer than what arrived");
        assertTrue(UdpHeader.parseQuoted(datagram, 0, 8).isPresent());
    }

    @Test
    void theChecksumIsTheSameHoweverItIsAddedUp() {
        byte[] bytes = new byte[1501];
        new Random(1).nextBytes(bytes);
        long sum = 0;
        for (int i = 0; i < 1500; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        sum += (bytes[1500] & 0xff) << 8;
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        assertEquals(~sum & 0xffff, new Checksum().add(bytes, 0, 1501).value());
        assertEquals(~sum & 0xffff, new Checksum().add(bytes, 0, 6).add(bytes, 6, 1495).value());
    }

    @Test
    void everyFieldIsWrittenAsItIsRead() {
        for (int bit = 0; bit < 16; bit++) {
            for (int length = 1; length <= 48; length++) {
                Field field = new Field("f", "f", bit, length, Field.Format.DECIMAL, "");
                byte[] bytes = new byte[8];
                Arrays.fill(bytes, (byte) 0xa5);
                byte[] before = bytes.clone();
                long old = field.read(bytes, 0);
                long fresh = ~old & (1L << length) - 1;
                field.write(bytes, 0, fresh);
                assertEquals(fresh, field.read(bytes, 0));
                field.write(bytes, 0, old);
                assertArrayEquals(before, bytes, "the bits around it stay");
            }
        }
    }
}
