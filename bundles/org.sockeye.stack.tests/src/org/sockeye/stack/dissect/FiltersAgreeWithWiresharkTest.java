package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.DnsType;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.PcapngReader;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;

/** Display filters let the same frames pass as Wireshark's, whether frames are taken apart for them or not. */
class FiltersAgreeWithWiresharkTest {

    private static final int DATA = TcpHeader.PSH | TcpHeader.ACK;

    private static final List<String> FILTERS = List.of("tcp", "udp", "ip", "arp", "icmp", "dns", "http", "eth",
            "frame",
            "data and udp", "not tcp", "!udp && !arp", "tcp or arp", "tcp and http", "ip.addr == 10.0.1.2",
            "ip.src == 10.0.1.2", "ip.dst != 10.0.2.2", "ip.addr != 10.0.1.2", "ip.addr ~= 10.0.1.2",
            "ip.addr === 10.0.1.2", "!(ip.addr == 10.0.1.2)", "ip.addr == 10.0.1.0/24",
            "ip.src in {10.0.1.2, 10.0.2.2}",
            "ip.src < 10.0.2.0", "ip.ttl == 64", "ip.ttl >= 0x40", "ip.proto == 6 || ip.proto == 17", "ip.id == 7",
            "ip.flags.df == 0", "tcp.port == 6789", "tcp.port != 6789", "tcp.port ~= 6789",
            "tcp.dstport eq 6789", "tcp.port in {6000..7000}", "tcp.port in {80, 6789}", "not tcp.port in {80, 443}",
            "any tcp.port == 6789", "all tcp.port > 1024", "udp.port == 53", "udp.length > 20", "tcp.flags.syn == 1",
            "tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.flags & 0x02", "tcp.flags == 0x012",
            "tcp.len > 0", "tcp.len ge 5 and tcp.len le 20", "tcp.seq == 1", "tcp.ack > 1", "tcp.stream == 0",
            "tcp.window_size_value < 1000", "tcp.options.mss_val == 1460", "tcp.options.wscale.shift == 7",
            "tcp.analysis.retransmission", "tcp.analysis.flags", "frame.number == 3",
            "frame.number > 3 && frame.number <= 0x9",
            "frame.number == 0b101", "frame.number == 017", "frame.len > 80", "frame.len < 100",
            "frame.interface_name == \"client eth0\"", "frame.interface_name contains \"server\"",
            "frame.time_relative > 0.004", "frame.time_relative <= 0.004",
            "frame.time_epoch > 0.0041", "tcp.time_relative > 0.2", "tcp.time_delta <= 0.001",
            "tcp.analysis.ack_rtt < 0.1",
            "tcp.analysis.acks_frame", "tcp.analysis.duplicate_ack_num == 2", "tcp.analysis.duplicate_ack_frame",
            "udp.stream == 0", "eth.src == 02:00:0a:00:01:02",
            "eth.addr == 02-00-0a-00-02-02", "eth.dst == ff:ff:ff:ff:ff:ff", "eth.type == 0x0806",
            "eth.src contains 0a:00:01",
            "frame contains \"hello\"", "frame contains 68:65:6c:6c:6f", "tcp contains \"layers\"",
            "udp contains \"Hello\"",
            "data.data contains \"ell\"", "frame matches \"HELLO\"", "http.request.method == \"GET\"",
            "http.request.method in {\"GET\", \"POST\"}", "http.request.uri contains \"index\"",
            "http.request.uri matches r\"\\.html$\"", "http.host matches \"^SERVER\"", "http.response.code >= 200",
            "http.response", "dns.qry.name == \"server\"", "dns.qry.name contains \"serv\"", "dns.flags.response == 1",
            "dns.a == 10.0.2.2", "dns.a", "dns.aaaa", "dns.resp.ttl < 100", "dns.qry.type == 1", "icmp.type == 3",
            "icmp.code != 3", "arp.opcode == 1", "arp.src.proto_ipv4 == 10.0.1.2",
            "arp.opcode == 1 or (tcp.len > 0 and udp)",
            "!!tcp", "tcp.srcport == tcp.dstport", "ip.src == ip.dst", "tcp.flags.reset == 1 || tcp.flags.fin == 1");

    @TempDir
    Path folder;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Frames frames() {
        Frames frames = new Frames().arp(ArpPacket.REQUEST).arp(ArpPacket.REPLY);
        DnsMessage query = DnsMessage.query(7, new DnsQuestion("server", DnsType.A));
        frames.udp(true, 53, query.emit());
        frames.udp(false, 53, query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.address("server", Ipv4Address.of(10, 0, 2, 2), 60))).emit());
        frames.udp(true, 6780, ascii("Hello\n"));
        byte[] lost = frames.all().getLast().content().bytes();
        frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0, 0),
                Arrays.copyOfRange(lost, 14, 48));
        frames.handshake().tcp(true, DATA, 1001, 5001, 502, "hello layers\n", null)
                .tcp(false, DATA, 5001, 1014, 502, "HELLO LAYERS\n", null);
        for (int i = 0; i < 3; i++) {
            frames.tcp(true, TcpHeader.ACK, 1014, 5001, 502, "", null);
        }
        frames.pause(300_000_000).tcp(false, DATA, 5001, 1014, 502, "HELLO LAYERS\n", null);
        frames.tcp(true, DATA, 1014, 5014, 502, "GET /index.html HTTP/1.1\r\nHost: server\r\n\r\n", null);
        frames.tcp(false, DATA, 5014, 1055, 502, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", null);
        return frames.tcp(true, TcpHeader.FIN | TcpHeader.ACK, 1055, 5054, 502, "", null);
    }

    @Test
    void sameFramesPass() throws IOException {
        Tshark.assumeInstalled();
        Path capture = folder.resolve("frames.pcapng");
        PcapngWriter.write(capture, frames().all());
        List<CapturedFrame> read = read(capture);
        List<Executable> comparisons = new ArrayList<>();
        for (String filter : FILTERS) {
            String theirs = String.join(" ",
                    Tshark.run(capture, List.of("-Y", filter, "-T", "fields", "-e", "frame.number")));
            comparisons.add(() -> assertEquals(theirs, passing(filter, read), filter));
        }
        assertAll(comparisons);
    }

    private static List<CapturedFrame> read(Path capture) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (PcapngReader reader = PcapngReader.open(capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    /** The numbers of those that pass, which must be the same whether they are taken apart first or not. */
    private static String passing(String text, List<CapturedFrame> frames) {
        DisplayFilter filter = DisplayFilter.parse(text);
        Conversations conversations = new Conversations();
        List<String> passing = new ArrayList<>();
        for (CapturedFrame frame : frames) {
            Sight sight = new Sight(frame, conversations.follow(frame));
            Sight again = new Sight(frame, sight.context());
            boolean passes = filter.matches(sight);
            assertEquals(filter.matches(new Dissector().dissect(frame, sight.context())), passes,
                    () -> text + " of frame " + frame.number());
            if (passes) {
                passing.add(Integer.toString(frame.number()));
            }
            Dissection whole = again.dissection();
            assertEquals(new Summary(whole.source(), whole.destination(), whole.protocol(), whole.info()),
                    new Sight(frame, sight.context()).summary());
        }
        return String.join(" ", passing);
    }

    @Test
    void damagedAndRandomFramesPassTheSameWhetherTakenApartOrNot() {
        RandomGenerator random = new Randomness(5).stream("frames");
        List<CapturedFrame> frames = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (var frame : frames().all()) {
                byte[] bytes = frame.content().bytes().clone();
                for (int flips = random.nextInt(4); flips > 0; flips--) {
                    bytes[12 + random.nextInt(Math.min(50, bytes.length - 12))] ^= (byte) (1 << random.nextInt(8));
                }
                byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
                int original = random.nextInt(3) == 0 ? bytes.length : cut.length;
                frames.add(new CapturedFrame(frames.size() + 1, frames.size() * 1000L, 0, "", "x", List.of(), cut,
                        original, random.nextInt(3) * 4 - 4 < 0 ? -1 : 4));
            }
        }
        for (String filter : FILTERS) {
            passing(filter, frames);
        }
    }
}
