package org.sockeye.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Frames as a busy server's capture has them: a hundred connections that talk at once, and some datagrams between. */
final class SampleCapture {

    private static final int CONNECTIONS = 100;
    private static final int SERVER_PORT = 5001;
    private static final int FIRST_PORT = 40_000;
    private static final int LARGEST_PAYLOAD = 200;
    private static final long GAP = 10_000;
    private static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 2, 2);

    private final Random random = new Random(1);
    private final int[] sent = new int[CONNECTIONS];
    private final int[] received = new int[CONNECTIONS];

    private SampleCapture() {
    }

    /** That many frames. */
    static List<CapturedFrame> frames(int count) {
        SampleCapture sample = new SampleCapture();
        List<CapturedFrame> frames = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            byte[] bytes = number % 10 == 0 ? sample.datagram() : sample.segment();
            frames.add(new CapturedFrame(number, number * GAP, GAP, "", "the wire", List.of(), bytes, bytes.length,
                    EthernetFrame.FCS_LENGTH));
        }
        return frames;
    }

    private static Ipv4Address client(int connection) {
        return Ipv4Address.of(10, 0, 1, 2 + connection % 50);
    }

    private byte[] payload() {
        byte[] payload = new byte[1 + random.nextInt(LARGEST_PAYLOAD)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) ('a' + i % 26);
        }
        return payload;
    }

    private byte[] datagram() {
        Ipv4Address client = client(random.nextInt(CONNECTIONS));
        byte[] payload = payload();
        return frame(client, SERVER, UdpHeader.PROTOCOL, UdpHeader.emit(client, FIRST_PORT, SERVER, SERVER_PORT,
                payload), payload);
    }

    private byte[] segment() {
        int connection = random.nextInt(CONNECTIONS);
        boolean up = random.nextBoolean();
        byte[] payload = up ? payload() : new byte[0];
        Ipv4Address client = client(connection);
        TcpHeader header = up
                ? TcpHeader.of(FIRST_PORT + connection, SERVER_PORT, sent[connection], received[connection],
                        TcpHeader.PSH | TcpHeader.ACK, 64240, List.of())
                : TcpHeader.of(SERVER_PORT, FIRST_PORT + connection, received[connection], sent[connection],
                        TcpHeader.ACK, 64240 - random.nextInt(1000), List.of());
        sent[connection] += payload.length;
        byte[] segment = header.emit(payload.length);
        System.arraycopy(payload, 0, segment, segment.length - payload.length, payload.length);
        TcpHeader.seal(up ? client : SERVER, up ? SERVER : client, segment);
        return frame(up ? client : SERVER, up ? SERVER : client, TcpHeader.PROTOCOL, segment, new byte[0]);
    }

    private static byte[] frame(Ipv4Address from, Ipv4Address to, int protocol, byte[] header, byte[] payload) {
        byte[] network = Ipv4Header.of(from, to, protocol, 64, 0, header.length + payload.length).emit();
        byte[] datagram = new byte[network.length + header.length + payload.length];
        System.arraycopy(network, 0, datagram, 0, network.length);
        System.arraycopy(header, 0, datagram, network.length, header.length);
        System.arraycopy(payload, 0, datagram, network.length + header.length, payload.length);
        return new EthernetFrame(new MacAddress(0x02000a000202L), new MacAddress(0x02000a000102L),
                EthernetFrame.IPV4).emit(datagram);
    }
}
