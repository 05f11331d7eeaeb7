package org.sockeye.stack.dissect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.DnsType;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** What we say about frames made by hand is what Wireshark says. */
class HandMadeFramesTest {

    private static final int DATA = TcpHeader.PSH | TcpHeader.ACK;

    @TempDir
    Path folder;

    private final Frames frames = new Frames();

    @BeforeEach
    void needsTshark() {
        Tshark.assumeInstalled();
    }

    private void assertSame() throws IOException {
        TsharkComparison.assertSame(frames.all(), folder);
    }

    @Test
    void arpIsReadAsWiresharkReadsIt() throws IOException {
        frames.arp(ArpPacket.REQUEST).arp(ArpPacket.REPLY);
        assertSame();
    }

    @Test
    void pingsAndErrorsAreReadAsWiresharkReadsThem() throws IOException {
        byte[] data = "abcdefghijklmnopqrstuvwabcdefghi".getBytes(StandardCharsets.US_ASCII);
        frames.icmp(true, IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 1, 1), data);
        frames.icmp(false, IcmpMessage.of(IcmpMessage.ECHO_REPLY, 0, 1, 1), data);
        frames.udp(true, 6780, data);
        byte[] lost = frames.all().getLast().content().bytes();
        byte[] quoted = Arrays.copyOfRange(lost, 14, 14 + 28 + data.length);
        frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0, 0), quoted);
        frames.icmp(false, IcmpMessage.of(IcmpMessage.TIME_EXCEEDED, IcmpMessage.TTL_EXCEEDED, 0, 0),
                Arrays.copyOf(quoted, 28));
        assertSame();
    }

    @Test
    void datagramsAndNamesAreReadAsWiresharkReadsThem() throws IOException {
        frames.udp(true, 6789, "hello\n".getBytes(StandardCharsets.US_ASCII));
        frames.udp(false, 6789, new byte[] { 1, 2, (byte) 0xff });
        DnsMessage query = DnsMessage.query(0x1234, new DnsQuestion("server", DnsType.A));
        frames.udp(true, DnsMessage.PORT, query.emit());
        frames.udp(false, DnsMessage.PORT, query.answer(DnsMessage.NO_ERROR,
                List.of(DnsRecord.address("server", Ipv4Address.of(10, 0, 2, 2), 60))).emit());
        DnsMessage unknown = DnsMessage.query(0x1235, new DnsQuestion("nowhere", DnsType.A));
        frames.udp(true, DnsMessage.PORT, unknown.emit());
        frames.udp(false, DnsMessage.PORT, unknown.answer(DnsMessage.NO_SUCH_NAME, List.of()).emit());
        assertSame();
    }

    @Test
    void wholeConnectionIsReadAsWiresharkReadsIt() throws IOException {
        frames.handshake();
        frames.tcp(true, DATA, 1001, 5001, 502, "hello layers\n", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1014, 502, "", null);
        frames.tcp(false, DATA, 5001, 1014, 502, "HELLO LAYERS\n", null);
        frames.tcp(true, TcpHeader.ACK, 1014, 5014, 502, "", null);
        frames.tcp(true, TcpHeader.FIN | TcpHeader.ACK, 1014, 5014, 502, "", null);
        frames.tcp(false, TcpHeader.FIN | TcpHeader.ACK, 5014, 1015, 502, "", null);
        frames.tcp(true, TcpHeader.ACK, 1015, 5015, 502, "", null);
        frames.tcp(true, TcpHeader.SYN, 70000, 0, "");
        frames.tcp(false, TcpHeader.RST | TcpHeader.ACK, 0, 70001, 0, "", null);
        assertSame();
    }

    @Test
    void lossIsRemarkedUponAsWiresharkDoes() throws IOException {
        frames.handshake();
        frames.tcp(true, DATA, 1001, 5001, 502, "one", "lost");
        frames.tcp(true, DATA, 1004, 5001, 502, "two", null);
        TcpOption sack = new TcpOption.Sack(List.of(new TcpOption.Sack.Block(1004, 1007)));
        for (int i = 0; i < 3; i++) {
            frames.tcp(false, TcpHeader.ACK, 5001, 1001, 502, "", null, new TcpOption.NoOperation(),
                    new TcpOption.NoOperation(), sack);
        }
        frames.tcp(true, DATA, 1001, 5001, 502, "one", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1007, 502, "", null);
        frames.pause(200_000_000).tcp(true, DATA, 1004, 5001, 502, "two", null);
        frames.tcp(true, DATA, 1007, 5001, 502, "three", null);
        frames.pause(300_000_000).tcp(true, DATA, 1007, 5001, 502, "three", null);
        frames.tcp(true, DATA, 1020, 5001, 502, "five", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1030, 502, "", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1030, 0, "", null);
        frames.pause(300_000_000).tcp(true, TcpHeader.ACK, 1024, 5001, 502, "x", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1030, 0, "", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1030, 600, "", null);
        frames.pause(300_000_000).tcp(true, TcpHeader.ACK, 1023, 5001, 502, "", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1030, 600, "", null);
        assertSame();
    }

    @Test
    void httpIsReadAsWiresharkReadsIt() throws IOException {
        frames.handshake();
        String request = "GET /index.html HTTP/1.1\r\nHost: server\r\nUser-Agent: test\r\n\r\n";
        String response = "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nno-no";
        frames.tcp(true, DATA, 1001, 5001, 502, request, null);
        frames.tcp(false, DATA, 5001, 1001 + request.length(), 502, response, null);
        Path capture = folder.resolve("http.pcapng");
        PcapngWriter.write(capture, frames.all());
        TsharkComparison.assertSameFields(capture, true);
    }
}
