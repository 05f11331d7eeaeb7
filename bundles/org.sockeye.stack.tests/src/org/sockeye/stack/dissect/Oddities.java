package org.sockeye.stack.dissect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.application.DnsData;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.DnsType;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.UdpHeader;

/** Frames that our own stack never sends, but others do. */
final class Oddities {

    private static final int DATA = TcpHeader.PSH | TcpHeader.ACK;

    private final Frames frames = new Frames();

    static List<TracedFrame> all() {
        Oddities oddities = new Oddities();
        oddities.links();
        oddities.datagrams();
        oddities.segments();
        oddities.errors();
        oddities.names();
        return oddities.frames.all();
    }

    private static byte[] withFcs(byte[] frame) {
        byte[] whole = Arrays.copyOf(frame, frame.length + EthernetFrame.FCS_LENGTH);
        EthernetFrame.putFcs(whole);
        return whole;
    }

    /** A frame's bytes without its check sequence. */
    private static byte[] bare(byte[] frame) {
        return Arrays.copyOf(frame, frame.length - EthernetFrame.FCS_LENGTH);
    }

    private static byte[] datagram(int length) {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 'x');
        return Frames.ipv4(true, UdpHeader.PROTOCOL, Frames.joined(
                UdpHeader.emit(Frames.CLIENT, 49200, Frames.SERVER, 6780, payload), payload));
    }

    private static byte[] segment(int flags, int length, TcpOption... options) {
        byte[] segment = TcpHeader.of(49200, 6780, 1000, 0, flags, 64240, List.of(options)).emit(length);
        TcpHeader.seal(Frames.CLIENT, Frames.SERVER, segment);
        return Frames.ipv4(true, TcpHeader.PROTOCOL, segment);
    }

    private void links() {
        byte[] trailer = { 1, 2, 3, 4, 5, 6 };
        for (int length : new int[] { 4, 12, 13, 18, 30, 100 }) {
            frames.frame(true, withFcs(Frames.joined(bare(datagram(length)), trailer)));
        }
        frames.frame(true, new EthernetFrame(Frames.SERVER_MAC, Frames.CLIENT_MAC, 0x88b5).emit(trailer));
    }

    private void datagrams() {
        byte[] unsummed = datagram(5);
        unsummed[40] = 0;
        unsummed[41] = 0;
        frames.frame(true, withFcs(bare(unsummed)));
        frames.udp(true, 6780, new byte[0]);
        frames.frame(true, Frames.ipv4(true, 253, new byte[] { 1, 2, 3 }));
    }

    private void errors() {
        byte[] lost = bare(datagram(20));
        byte[] whole = Arrays.copyOfRange(lost, 14, 62);
        for (byte[] quoted : List.of(whole, Arrays.copyOf(whole, 28), Arrays.copyOf(whole, 40),
                quoted(segment(TcpHeader.SYN, 0, new TcpOption.MaximumSegmentSize(1460))), quoted(segment(DATA, 30)),
                Arrays.copyOf(quoted(segment(DATA, 30)), 50), Arrays.copyOf(quoted(segment(DATA, 30)), 28),
                quoted(Frames.ipv4(true, IcmpMessage.PROTOCOL,
                        IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 7, 1)
                                .emit("abcdefghijklmnop".getBytes(US_ASCII)))))) {
            frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, IcmpMessage.HOST_UNREACHABLE, 0, 0), quoted);
        }
        for (int code = 0; code < 16; code++) {
            frames.icmp(false, IcmpMessage.of(IcmpMessage.UNREACHABLE, code, 0, code == 4 ? 1300 : 0), whole);
        }
        frames.icmp(false, IcmpMessage.of(IcmpMessage.TIME_EXCEEDED, 1, 0, 0), whole);
        frames.icmp(false, IcmpMessage.of(4, 0, 0, 0), whole);
        frames.icmp(false, IcmpMessage.of(IcmpMessage.PARAMETER_PROBLEM, 0, 0x1400, 0), whole);
        frames.icmp(true, IcmpMessage.of(IcmpMessage.ECHO_REQUEST, 0, 0xabcd, 0x1234),
                "abcdefghijklmnopqrstuvwabcdefghi".getBytes(US_ASCII));
    }

    private static byte[] quoted(byte[] frame) {
        int length = (frame[16] & 0xff) << 8 | frame[17] & 0xff;
        return Arrays.copyOfRange(frame, 14, 14 + length);
    }

    private void segments() {
        frames.handshake();
        frames.tcp(true, DATA | TcpHeader.URG, 1001, 5001, 502, "urgent", null);
        frames.tcp(false, TcpHeader.ACK, 5001, 1007, 502, "", null, new TcpOption.NoOperation(),
                new TcpOption.NoOperation(), new TcpOption.Sack(List.of(new TcpOption.Sack.Block(1010, 1020),
                        new TcpOption.Sack.Block(1030, 1040))));
        frames.tcp(true, DATA, 1007, 5001, 502, "x", null, new TcpOption.Unknown(254, new byte[] { 1, 2, 3, 4 }));
        frames.tcp(true, DATA, 1008, 5001, 502, "y", null, new TcpOption.Timestamps(77, 78));
        frames.tcp(true, TcpHeader.RST | TcpHeader.ACK, 1009, 5001, 0, "", null);
    }

    private void names() {
        answer(DnsType.MX, new DnsData.Mail(10, "mail.example.com"));
        answer(DnsType.TXT, new DnsData.Text(List.of("v=spf1 -all", "more")));
        answer("_sip._tcp.example.com", DnsType.SRV, new DnsData.Service(1, 2, 5060, "sip.example.com"));
        answer(DnsType.NS, new DnsData.Pointer("ns.example.com"));
        answer(DnsType.SOA, new DnsData.Authority("ns.example.com", "admin.example.com", 1, 2, 3, 4, 5));
        answer(65280, new DnsData.Other("?".getBytes(US_ASCII)));
        frames.udp(true, DnsMessage.PORT,
                DnsMessage.query(9, new DnsQuestion("example.com", DnsType.ANY), 1232).emit());
    }

    private void answer(int type, DnsData data) {
        answer("example.com", type, data);
    }

    private void answer(String name, int type, DnsData data) {
        DnsMessage query = DnsMessage.query(type, new DnsQuestion(name, type));
        frames.udp(true, DnsMessage.PORT, query.emit());
        frames.udp(false, DnsMessage.PORT, query.answer(DnsMessage.NO_ERROR,
                List.of(new DnsRecord(name, type, 3600, data))).emit());
    }
}
