package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** A zone answers as RFC 1034, section 4.3.2 and RFC 2308 say. */
class ZoneTest {

    private static final Ipv4Address FOUR = Ipv4Address.of(10, 0, 2, 2);
    private static final Ipv6Address SIX = Ipv6Address.parse("2001:db8::2");
    private static final Zone ZONE = Zone.of(Map.of("server.lab", List.of(FOUR, SIX)))
            .with(List.of(DnsRecord.alias("www.lab", "web.lab", 60), DnsRecord.alias("web.lab", "server.lab", 60),
                    DnsRecord.alias("out.lab", "elsewhere.example", 60), DnsRecord.alias("a.lab", "b.lab", 60),
                    DnsRecord.alias("b.lab", "a.lab", 60)));

    private static DnsMessage ask(String name, int type) {
        return ZONE.answer(DnsMessage.query(1, new DnsQuestion(name, type)));
    }

    private static String told(DnsMessage answer) {
        return answer.responseCode() + answer.answers().stream()
                .map(record -> " " + record.name() + "=" + record.data().words()).reduce("", String::concat);
    }

    @Test
    void eachKindOfAddressIsAnsweredByItself() {
        assertEquals("0 Server.Lab=10.0.2.2", told(ask("Server.Lab", DnsType.A)));
        assertEquals("0 server.lab=2001:db8::2", told(ask("server.lab", DnsType.AAAA)));
        assertEquals("0 server.lab=10.0.2.2 server.lab=2001:db8::2", told(ask("server.lab", DnsType.ANY)));
    }

    @Test
    void addressesLeadBackToTheirName() {
        assertEquals("0 2.2.0.10.in-addr.arpa=server.lab", told(ask("2.2.0.10.in-addr.arpa", DnsType.PTR)));
        assertEquals("0 " + DnsName.reverse(SIX) + "=server.lab", told(ask(DnsName.reverse(SIX), DnsType.PTR)));
    }

    @Test
    void aliasesAreFollowedAndTold() {
        assertEquals("0 www.lab=web.lab web.lab=server.lab server.lab=10.0.2.2", told(ask("www.lab", DnsType.A)));
        assertEquals("0 www.lab=web.lab", told(ask("www.lab", DnsType.CNAME)));
        assertEquals("3 out.lab=elsewhere.example", told(ask("out.lab", DnsType.A)));
        assertEquals("2", told(ask("a.lab", DnsType.A)), "a circle");
    }

    @Test
    void whatDoesNotExistIsToldFromWhatHasNoSuchRecord() {
        DnsMessage noName = ask("nowhere.lab", DnsType.A);
        assertEquals("3", told(noName));
        assertEquals(DnsType.SOA, noName.authorities().getFirst().type());
        DnsMessage noData = ask("server.lab", DnsType.MX);
        assertEquals("0", told(noData));
        assertEquals(DnsType.SOA, noData.authorities().getFirst().type());
        assertEquals("0", told(ask("lab", DnsType.A)), "names exist below it");
    }

    @Test
    void answerThatDoesNotFitIsCutShort() {
        List<DnsRecord> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(DnsRecord.address("many", Ipv4Address.of(10, 1, 0, i), 60));
        }
        DnsMessage answer = new Zone(many).answer(DnsMessage.query(1, new DnsQuestion("many", DnsType.A)));
        assertTrue(answer.emit().length > answer.limit());
        assertTrue(answer.cutShort().truncated() && answer.cutShort().emit().length < DnsMessage.SMALLEST_LIMIT);
    }
}
