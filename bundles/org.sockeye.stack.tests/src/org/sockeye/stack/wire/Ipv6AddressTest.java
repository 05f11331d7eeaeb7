package org.sockeye.stack.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.network.Subnet;

class Ipv6AddressTest {

    /** The examples of RFC 4291, section 2.2, and RFC 5952, sections 1 to 5. */
    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            ABCD:EF01:2345:6789:ABCD:EF01:2345:6789 > abcd:ef01:2345:6789:abcd:ef01:2345:6789
            2001:DB8:0:0:8:800:200C:417A            > 2001:db8::8:800:200c:417a
            2001:DB8::8:800:200C:417A               > 2001:db8::8:800:200c:417a
            FF01:0:0:0:0:0:0:101                    > ff01::101
            0:0:0:0:0:0:0:1                         > ::1
            0:0:0:0:0:0:0:0                         > ::
            0:0:0:0:0:FFFF:129.144.52.38            > ::ffff:129.144.52.38
            ::FFFF:129.144.52.38                    > ::ffff:129.144.52.38
            2001:db8:0:0:1:0:0:1                    > 2001:db8::1:0:0:1
            2001:0db8::0001                         > 2001:db8::1
            2001:db8:0:0:0:0:2:1                    > 2001:db8::2:1
            2001:db8::1:1:1:1:1                     > 2001:db8:0:1:1:1:1:1
            2001:0:0:1:0:0:0:1                      > 2001:0:0:1::1
            2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa  > 2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa
            1:2:3:4:5:6:7::                         > 1:2:3:4:5:6:7:0
            ::2:3:4:5:6:7:8                         > 0:2:3:4:5:6:7:8
            64:ff9b::192.0.2.33                     > 64:ff9b::c000:221
            1::                                     > 1::
            """)
    void isReadInEveryFormAndWrittenInTheRecommendedOne(String written, String recommended) {
        Ipv6Address address = Ipv6Address.parse(written);
        assertEquals(recommended, address.toString());
        assertEquals(address, Ipv6Address.parse(recommended));
        assertEquals(address, Ipv6Address.of(address.toBytes(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::1",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "::1.2.3.400", "1.2.3.4::",
            "1:1.2.3.4:5::", "fe80::1%eth0", " ::1", "::-1", "1:", ":1" })
    void isRefusedWhenItIsNone(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Ipv6Address.parse(text)).getMessage();
        assertTrue(message.endsWith("like 2001:db8::1"), message);
    }

    @Test
    void comesBackFromItsTextWhateverItsBits() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            Ipv6Address address = new Ipv6Address(sparse(random), sparse(random));
            assertEquals(address, Ipv6Address.parse(address.toString()));
        }
    }

    /** With many groups of zero, as they are what texts leave out. */
    private static long sparse(Random random) {
        long bits = random.nextLong();
        for (int group = 0; group < 4; group++) {
            bits &= random.nextBoolean() ? -1 : ~(0xffffL << 16 * group);
        }
        return bits;
    }

    @Test
    void knowsWhatKindItIs() {
        assertTrue(Ipv6Address.parse("fe80::1").isLinkLocal());
        assertTrue(Ipv6Address.parse("febf::1").isLinkLocal());
        assertFalse(Ipv6Address.parse("fec0::1").isLinkLocal());
        assertTrue(Ipv6Address.parse("ff02::1").isMulticast());
        assertEquals(2, Ipv6Address.parse("ff02::1").multicastScope());
        assertEquals(14, Ipv6Address.parse("ff3e::1").multicastScope());
        assertTrue(Ipv6Address.LOOPBACK.isLoopback());
        assertTrue(Ipv6Address.ANY.isUnspecified());
        assertTrue(Ipv6Address.parse("::ffff:10.0.1.2").isIpv4Mapped());
        assertEquals("ff02::1:ff28:9c5a", Ipv6Address.parse("fe80::2aa:ff:fe28:9c5a").solicitedNode().toString());
        assertTrue(Ipv6Address.parse("ff02::1:ff28:9c5a").isSolicitedNode());
    }

    @Test
    void ofALinkComesFromTheMacAddress() {
        assertEquals("fe80::3656:78ff:fe9a:bcde", Ipv6Address.linkLocal(new MacAddress(0x3456_789a_bcdeL)).toString());
        assertEquals("fe80::a00:102", Ipv6Address.linkLocal(new MacAddress(0x0200_0a00_0102L)).toString()
                .replace("ff:fe", ""));
    }

    @Test
    void standsBehindThoseOfIpv4InOrder() {
        Stream<String> mixed = Stream.of("2001:db8::2", "10.0.0.2", "::1", "ff02::1", "10.0.0.1", "2001:db8::1");
        assertEquals(List.of("10.0.0.1", "10.0.0.2", "::1", "2001:db8::1", "2001:db8::2", "ff02::1"),
                mixed.map(IpAddress::parse).sorted().map(IpAddress::toString).toList());
    }

    @Test
    void belongsToSubnetsOfItsFamilyOnly() {
        Subnet subnet = new Subnet(IpAddress.parse("2001:db8:0:1::42"), 64);
        assertEquals("2001:db8:0:1::/64", subnet.toString());
        assertTrue(subnet.contains(IpAddress.parse("2001:db8:0:1:ffff::")));
        assertFalse(subnet.contains(IpAddress.parse("2001:db8:0:2::")));
        assertFalse(subnet.contains(IpAddress.parse("10.0.1.2")));
        assertFalse(Subnet.ALL.contains(IpAddress.parse("::1")));
        assertTrue(Subnet.ALL_IPV6.contains(IpAddress.parse("::1")));
        assertTrue(new Subnet(IpAddress.parse("2001:db8::8000"), 113).contains(IpAddress.parse("2001:db8::ffff")));
        assertTrue(subnet.broadcast().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Subnet(Ipv6Address.ANY, 129));
    }

    @Test
    void standsInBracketsBeforeAPort() {
        assertEquals("[2001:db8::1]:80", new Endpoint(IpAddress.parse("2001:db8::1"), 80).toString());
    }

    @Test
    void thatIsUnspecifiedStandsForBothFamilies() {
        Endpoint any = new Endpoint(Ipv6Address.ANY, 80);
        assertTrue(any.overlaps(new Endpoint(Ipv4Address.ANY, 80)));
        assertTrue(new Endpoint(Ipv4Address.LOOPBACK, 80).overlaps(any));
        assertFalse(any.overlaps(new Endpoint(Ipv4Address.ANY, 81)));
        assertFalse(new Endpoint(Ipv4Address.ANY, 80).overlaps(new Endpoint(Ipv6Address.LOOPBACK, 80)));
    }

    @Test
    void countsInTheChecksumOfTheSegment() {
        Ipv6Address a = Ipv6Address.parse("2001:db8::1");
        Ipv6Address b = Ipv6Address.parse("fe80::ffff:ffff:ffff:ffff");
        byte[] payload = { 1, 2, 3 };
        byte[] header = UdpHeader.emit(a, 1234, b, 53, payload);
        byte[] pseudo = new byte[40 + 11];
        System.arraycopy(a.toBytes(), 0, pseudo, 0, 16);
        System.arraycopy(b.toBytes(), 0, pseudo, 16, 16);
        pseudo[35] = 11;
        pseudo[39] = UdpHeader.PROTOCOL;
        System.arraycopy(header, 0, pseudo, 40, 8);
        System.arraycopy(payload, 0, pseudo, 48, 3);
        assertEquals(0, new Checksum().add(pseudo, 0, pseudo.length).value());
    }
}
