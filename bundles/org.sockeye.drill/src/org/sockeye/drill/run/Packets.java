package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.wire.Checksum;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.UdpHeader;

/** Makes the datagrams that a script puts on the wire. */
final class Packets {

    private static final int TTL = 255;
    /** How much of a segment an ICMP error quotes (RFC 792). */
    private static final int QUOTED = 8;
    private static final Map<String, Integer> UNREACHABLE = Map.ofEntries(Map.entry("net_unreachable", 0),
            Map.entry("host_unreachable", 1), Map.entry("protocol_unreachable", 2), Map.entry("port_unreachable", 3),
            Map.entry("frag_needed", 4), Map.entry("source_route_failed", 5), Map.entry("net_unreachable_for_tos", 11),
            Map.entry("host_unreachable_for_tos", 12), Map.entry("net_prohibited", 9), Map.entry("host_prohibited", 10),
            Map.entry("prohibited", 13), Map.entry("host_precedence", 14), Map.entry("precedence_cutoff", 15));
    private static final Map<String, Integer> EXCEEDED = Map.of("ttl", 0, "ttl_exceeded", 0, "reassembly", 1, "", 0);

    private final Flow flow;
    private final boolean scaledEcho;
    private int identification;

    Packets(Flow flow, boolean scaledEcho) {
        this.flow = flow;
        this.scaledEcho = scaledEcho;
    }

    /** The datagram for what the script writes at {@code position}. */
    byte[] datagram(PacketSpec packet, Position position) throws Mismatch, UnsupportedException {
        return switch (packet) {
            case PacketSpec.Tcp tcp -> wrapped(tcp.ip(), TcpHeader.PROTOCOL, flow.remote(), flow.local(),
                    segment(tcp, position));
            case PacketSpec.Udp udp -> {
                byte[] payload = Pattern.bytes(0, udp.length());
                byte[] header = UdpHeader.emit(flow.remote(), flow.remotePort(), flow.local(), flow.localPort(),
                        payload);
                byte[] datagram = Arrays.copyOf(header, header.length + payload.length);
                System.arraycopy(payload, 0, datagram, header.length, payload.length);
                yield wrapped(udp.ip(), UdpHeader.PROTOCOL, flow.remote(), flow.local(), datagram);
            }
            case PacketSpec.Icmp icmp -> wrapped(icmp.ip(), IcmpMessage.PROTOCOL, flow.remote(), flow.local(),
                    message(icmp, position));
        };
    }

    private byte[] segment(PacketSpec.Tcp tcp, Position position) throws Mismatch {
        boolean acknowledges = (tcp.flags() & TcpHeader.ACK) != 0;
        List<TcpOption> options = new ArrayList<>();
        for (TcpOption option : tcp.options().orElse(List.of())) {
            options.add(toWire(option, acknowledges, position));
        }
        TcpHeader plain = TcpHeader.of(flow.remotePort(), flow.localPort(), (int) tcp.sequence(),
                acknowledges ? flow.toWire(tcp.acknowledgment()) : 0, tcp.flags(), tcp.window().orElse(0), options);
        TcpHeader header = new TcpHeader(plain.sourcePort(), plain.destinationPort(), plain.sequence(),
                plain.acknowledgment(), plain.headerLength(), plain.flags(), plain.window(), 0, tcp.urgent(), options);
        byte[] segment = header.emit(tcp.length());
        long first = tcp.sequence() + ((tcp.flags() & TcpHeader.SYN) != 0 ? 1 : 0);
        byte[] payload = Pattern.bytes(first, tcp.length());
        System.arraycopy(payload, 0, segment, header.headerLength(), payload.length);
        TcpHeader.seal(flow.remote(), flow.local(), segment);
        return segment;
    }

    private TcpOption toWire(TcpOption option, boolean acknowledges, Position position) throws Mismatch {
        return switch (option) {
            case TcpOption.Sack sack -> new TcpOption.Sack(sack.blocks().stream()
                    .map(block -> new TcpOption.Sack.Block(flow.toWire(block.left()), flow.toWire(block.right())))
                    .toList());
            case TcpOption.Timestamps stamps when acknowledges -> {
                @Nullable Integer echo = flow.readingToWire(stamps.echo(), scaledEcho);
                if (echo == null) {
                    throw new Mismatch(position, "expected an echo of a timestamp that was sent, got ecr "
                            + Integer.toUnsignedString(stamps.echo())
                            + " which no packet of the stack has borne; --tcp_ts_ecr_scaled would allow it");
                }
                yield new TcpOption.Timestamps(stamps.value(), echo);
            }
            default -> option;
        };
    }

    private byte[] message(PacketSpec.Icmp icmp, Position position) throws UnsupportedException {
        PacketSpec.Quoted about = icmp.quoted().orElse(new PacketSpec.Quoted(0, 0));
        byte[] first = new byte[QUOTED];
        put(first, 0, flow.localPort());
        put(first, 2, flow.remotePort());
        int header = 0;
        if (flow.protocol() == TcpHeader.PROTOCOL) {
            int sequence = flow.toWire(about.sequence());
            put(first, 4, sequence >>> 16);
            put(first, 6, sequence);
            header = TcpHeader.LENGTH;
        } else {
            put(first, 4, UdpHeader.LENGTH + about.length());
        }
        PacketSpec.IpSpec plain = new PacketSpec.IpSpec(PacketSpec.Mark.NONE, 0, OptionalInt.empty());
        byte[] quoted = wrapped(plain, flow.protocol(), flow.local(), flow.remote(), first);
        // The quoted header speaks of the whole segment, of which only the beginning follows.
        put(quoted, 2, quoted.length - QUOTED + (header == 0 ? UdpHeader.LENGTH : header) + about.length());
        put(quoted, 10, 0);
        put(quoted, 10, new Checksum().add(quoted, 0, quoted.length - QUOTED).value());
        return IcmpMessage.of(type(icmp, position), code(icmp, position), 0, icmp.mtu()).emit(quoted);
    }

    private static int type(PacketSpec.Icmp icmp, Position position) throws UnsupportedException {
        return switch (icmp.type()) {
            case "unreachable" -> IcmpMessage.UNREACHABLE;
            case "time_exceeded" -> IcmpMessage.TIME_EXCEEDED;
            case "source_quench" -> 4;
            case "parameter_problem" -> 12;
            default -> throw new UnsupportedException(position, "the ICMP message " + icmp.type());
        };
    }

    private static int code(PacketSpec.Icmp icmp, Position position) throws UnsupportedException {
        Integer code = icmp.type().equals("unreachable") ? UNREACHABLE.get(icmp.code())
                : icmp.type().equals("time_exceeded") ? EXCEEDED.get(icmp.code())
                        : icmp.code().isEmpty() ? Integer.valueOf(0) : null;
        if (code == null) {
            throw new UnsupportedException(position, "the ICMP code " + icmp.code() + " of " + icmp.type());
        }
        return code;
    }

    private byte[] wrapped(PacketSpec.IpSpec ip, int protocol, IpAddress source, IpAddress destination,
            byte[] payload) {
        byte[] datagram = new byte[20 + payload.length];
        datagram[0] = 0x45;
        datagram[1] = (byte) tos(ip);
        put(datagram, 2, datagram.length);
        put(datagram, 4, ++identification);
        datagram[8] = (byte) ip.ttl().orElse(TTL);
        datagram[9] = (byte) protocol;
        System.arraycopy(source.toBytes(), 0, datagram, 12, 4);
        System.arraycopy(destination.toBytes(), 0, datagram, 16, 4);
        put(datagram, 10, new Checksum().add(datagram, 0, 20).value());
        System.arraycopy(payload, 0, datagram, 20, payload.length);
        return datagram;
    }

    /** The byte of the IP header that holds the mark. */
    static int tos(PacketSpec.IpSpec ip) {
        return switch (ip.mark()) {
            case NONE, NOT_CAPABLE, EITHER -> 0;
            case ECT1 -> 1;
            case ECT0 -> 2;
            case EXPERIENCED -> 3;
            case TOS -> ip.tos();
        };
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }
}
