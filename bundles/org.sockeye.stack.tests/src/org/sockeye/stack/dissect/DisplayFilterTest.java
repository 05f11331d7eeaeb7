package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.TcpHeader;

/** Display filters mean what they mean in Wireshark, and say clearly what is wrong with them. */
class DisplayFilterTest {

    private static final int DATA = TcpHeader.PSH | TcpHeader.ACK;

    @TempDir
    Path folder;

    /** 1, 2 ARP; 3 DNS; 4 UDP text; 5 ICMP error about it; 6, 7, 8 handshake; 9, 10 text; 11 FIN. */
    private static Frames frames() {
        Frames frames = new Frames().arp(ArpPacket.REQUEST).arp(ArpPacket.REPLY);
        frames.udp(true, 53, DnsMessage.query(7, new DnsQuestion("server", 1)).emit());
        frames.udp(true, 6780, "Hello\n".getBytes(StandardCharsets.US_ASCII));
        byte[] lost = frames.all().getLast().content().bytes();
        frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0, 0),
                java.util.Arrays.copyOfRange(lost, 14, 48));
        frames.handshake();
        frames.tcp(true, DATA, 1001, 5001, 502, "hello layers\n", null);
        frames.tcp(false, DATA, 5001, 1014, 502, "HELLO LAYERS\n", null);
        return frames.tcp(true, TcpHeader.FIN | TcpHeader.ACK, 1014, 5014, 502, "", null);
    }

    private static String numbers(String filter) {
        DisplayFilter parsed = DisplayFilter.parse(filter);
        List<Dissection> dissections = frames().dissections();
        return String.join(" ", IntStream.range(0, dissections.size()).filter(i -> parsed.matches(dissections.get(i)))
                .mapToObj(i -> String.valueOf(i + 1)).toList());
    }

    private static final String CASES = """
            '';                                           1 2 3 4 5 6 7 8 9 10 11
            arp;                                          1 2
            tcp;                                          6 7 8 9 10 11
            udp;                                          3 4 5
            icmp || arp;                                  1 2 5
            dns or http;                                  3
            !ip;                                          1 2
            not tcp and not arp;                          3 4 5
            tcp.flags.syn == 1;                           6 7
            tcp.flags.syn == true && tcp.flags.ack == 0;  6
            tcp.flags & 0x01;                             11
            tcp.flags == 0x018;                           9 10
            tcp.port == 6789;                             6 7 8 9 10 11
            tcp.srcport eq 6789;                          7 10
            tcp.port != 6789;                             ''
            udp.port in {53, 6000..7000};                 3 4 5
            udp.port not in {53};                         1 2 4 5 6 7 8 9 10 11
            ip.src == 10.0.1.2;                           3 4 5 6 8 9 11
            ip.addr == 10.0.2.0/24 and icmp;              5
            ip.src != 10.0.1.2;                           7 10
            eth.dst == ff:ff:ff:ff:ff:ff;                 1
            eth.addr == 02-00-0a-00-02-02 && arp;         2
            tcp.len > 0;                                  9 10
            tcp.seq >= 0xe;                               11
            tcp.window_size < 64256 && tcp;               6 7
            tcp contains "LAYERS";                        10
            data.data contains 48:65;                     4 5
            frame contains "ello";                        4 5 9
            data.text matches "^hel+o";                   4 5 9 10
            frame matches "hello\\x20";                   9 10
            frame.number <= 2;                            1 2
            frame.time_relative >= 0.0095;                11
            frame.len == 64 && arp;                       1 2
            (arp || dns) && frame.number > 1;             2 3
            arp || dns && frame.number > 2;               1 2 3
            ip.src == ip.dst;                             5
            tcp.srcport > tcp.dstport;                    6 8 9 11
            frame.comment contains "TCPServer.java:21";   10
            tcp.stream == 0 && !(tcp.len == 0);           9 10
            ip.ttl === 64;                                3 4 5 6 7 8 9 10 11
            icmp.type == 3;                               5
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = CASES)
    void filterLetsTheFramesPassThatItNames(String filter, String expected) {
        assertEquals(expected, numbers(filter));
    }

    /** Not each of the filters above, as every question costs a start of tshark. */
    @Test
    void wiresharkLetsTheSameFramesPass() throws IOException {
        Tshark.assumeInstalled();
        Path capture = folder.resolve("filters.pcapng");
        PcapngWriter.write(capture, frames().all());
        for (String filter : List.of("tcp.port != 6789", "udp.port not in {53}", "tcp.flags & 0x01",
                "ip.addr == 10.0.2.0/24 and icmp", "data.data contains 48:65", "frame matches \"hello\\\\x20\"",
                "arp || dns && frame.number > 2", "ip.src == ip.dst")) {
            List<String> passed = Tshark.run(capture, List.of("-Y", filter, "-T", "fields", "-e", "frame.number"));
            assertEquals(String.join(" ", passed), numbers(filter), filter);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~',
            textBlock = """
                    tcp.prot == 6789 ~      column 1: there is no field 'tcp.prot'; did you mean 'tcp.port'?
                    tpc ~                   column 1: there is no field 'tpc'; did you mean 'tcp'?
                    len == 1 ~              column 1: there is no field 'len'
                    1 == 1 ~                column 1: there is no field '1'
                    eth.src[0:3] ~          column 8: parts of fields are not understood; compare all of it, or write contains
                    tcp (udp) ~             column 5: functions are not understood; name a field, or write && or || before the '('
                    xyzzyxyzzy ~            column 1: there is no field 'xyzzyxyzzy'
                    tcp.port == ~           column 12: a value is missing behind '=='
                    tcp.port = 80 ~         column 10: '=' compares nothing; write '=='
                    tcp.port == http ~      column 13: 'http' is no number; write one like 6789 or 0x1a85
                    tcp.port == 80x ~       column 13: '80x' is no number; write one like 6789 or 0x1a85
                    (tcp ~                  column 5: ')' is missing for the '(' at column 1
                    tcp) ~                  column 4: ')' has no '(' before it
                    tcp udp ~               column 5: 'udp' is one too many; write && or || between two conditions
                    tcp && ~                column 7: a field or a protocol is missing before the end; write one, like tcp.port
                    ip.src == 10.0.1 ~      column 11: '10.0.1' is no IPv4 address; write one like 10.0.1.2, or a network like 10.0.1.0/24
                    ip.src == 10.0.1.0/33 ~ column 11: '10.0.1.0/33' is no IPv4 address; write one like 10.0.1.2, or a network like 10.0.1.0/24
                    eth.src == 02:00 ~      column 12: '02:00' is no Ethernet address; write one like 02:00:0a:00:01:02
                    tcp.flags.syn == 2 ~    column 18: '2' is neither set nor not set; write 1 or 0
                    tcp.port in 80 ~        column 13: '{' is missing behind 'in'; write values like {80, 8080..8090}
                    tcp.port in {80 ~       column 16: '}' is missing for the '{' at column 13
                    tcp.port in {} ~        column 14: a value is missing in the set; write values like {80, 8080..8090}
                    frame contains "x ~     column 16: the text that begins here has no end; write " behind it
                    tcp.port contains 80 ~  column 19: tcp.port is neither text nor bytes; compare it with '=='
                    data.data == 123 ~      column 14: '123' are no bytes; write them like 68:69, or text like "hi"
                    tcp.port # 80 ~         column 10: '#' means nothing here; text is written between quotation marks, like "hello"
                    ip.src & 1 ~            column 10: '&' takes bits of numbers, and ip.src is none
                    frame matches "(" ~     column 15: the pattern is wrong: Unclosed group
                    """)
    void wrongFilterIsToldWithItsPlaceAndRemedy(String filter, String message) {
        FilterException e = assertThrows(FilterException.class, () -> DisplayFilter.parse(filter));
        assertEquals(message, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "!" })
    void endlessNestingIsRefused(String sign) {
        FilterException e = assertThrows(FilterException.class,
                () -> DisplayFilter.parse(sign.repeat(100_000) + "tcp"));
        assertEquals(201, e.column());
    }

    @Test
    void patternThatWouldSearchForeverFindsNothing() {
        Dissection frame = new Frames().udp(true, 6789, "a".repeat(60).getBytes(StandardCharsets.US_ASCII))
                .dissections()
                .getFirst();
        assertFalse(DisplayFilter.parse("data.text matches \"^(a+)+$b\"").matches(frame));
        assertTrue(DisplayFilter.parse("data.text matches \"^(a+)+$\"").matches(frame));
    }

    @Test
    void anyRowOfWordsIsAFilterOrAnErrorWithItsColumn() {
        List<String> words = List.of("tcp", "tcp.port", "ip.addr", "eth.src", "data.data", "frame.comment",
                "tcp.flags.syn",
                "==", "!=", "<", "===", "&&", "||", "!", "(", ")", "in", "{", "}", "..", ",", "&", "contains",
                "matches",
                "not", "80", "0x10", "10.0.1.2/24", "02:00:0a:00:01:02", "\"a.*\"", "\"", "1", "[", "=");
        RandomGenerator random = new Randomness(1).stream("words");
        List<Dissection> dissections = frames().dissections();
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            String filter = random.ints(1 + random.nextInt(8), 0, words.size()).mapToObj(words::get)
                    .collect(Collectors.joining(" "));
            try {
                DisplayFilter parsed = DisplayFilter.parse(filter);
                dissections.forEach(parsed::matches);
                understood++;
            } catch (FilterException e) {
                assertTrue(e.column() >= 1 && e.column() <= filter.length() + 1, () -> filter + ": " + e.getMessage());
            }
        }
        int count = understood;
        assertTrue(count > 100, () -> "only " + count + " of the filters meant something");
    }

    @Test
    void everyFieldOfEveryFrameIsInTheCatalogueWithTheSameFormat() {
        for (Dissection dissection : frames().dissections()) {
            dissection.envelopes().forEach(envelope -> envelope.fields().forEach(value -> {
                var known = FieldCatalogue.find(value.field().name());
                assertTrue(known.size() == 1 && known.getFirst().format() == value.field().format(),
                        () -> value.field().name());
                DisplayFilter.parse(value.field().name());
            }));
        }
    }
}
