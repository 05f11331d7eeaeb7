package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.wire.Checksum;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.UdpHeader;

/** Makes the datagrams that a script puts on the wire. */
final class Packets {

    private static final int TTL = 255;
    /** How much of a segment an ICMP error quotes (RFC 792). */
    private static final int QUOTED = 8;
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
            case PacketSpec.Icmp icmp -> {
                IcmpKinds.Kind kind = IcmpKinds.of(icmp, isSix(), position);
                yield wrapped(icmp.ip(), isSix() ? Icmpv6Message.PROTOCOL : IcmpMessage.PROTOCOL, flow.remote(),
                        flow.local(), message(icmp, kind));
            }
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

    private byte[] message(PacketSpec.Icmp icmp, IcmpKinds.Kind kind) {
        byte[] quoted = quoted(icmp);
        if (flow.remote() instanceof Ipv6Address source && flow.local() instanceof Ipv6Address destination) {
            return Icmpv6Message.emit(kind.type(), kind.code(), source, destination,
                    Icmpv6Message.body(icmp.mtu(), quoted));
        }
        return IcmpMessage.of(kind.type(), kind.code(), 0, icmp.mtu()).emit(quoted);
    }

    /** The beginning of the datagram that an error is about. */
    private byte[] quoted(PacketSpec.Icmp icmp) {
        PacketSpec.Quoted about = icmp.quoted().orElse(new PacketSpec.Quoted(0, 0));
        byte[] first = new byte[QUOTED];
        put(first, 0, flow.localPort());
        put(first, 2, flow.remotePort());
        int header = UdpHeader.LENGTH;
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
        if (isSix()) {
            put(quoted, Ipv6Header.PAYLOAD_LENGTH_OFFSET, header + about.length());
        } else {
            put(quoted, 2, quoted.length - QUOTED + header + about.length());
            put(quoted, 10, 0);
            put(quoted, 10, new Checksum().add(quoted, 0, quoted.length - QUOTED).value());
        }
        return quoted;
    }

    private boolean isSix() {
        return flow.local() instanceof Ipv6Address;
    }

    private byte[] wrapped(PacketSpec.IpSpec ip, int protocol, IpAddress source, IpAddress destination,
            byte[] payload) {
        byte[] header = source instanceof Ipv6Address from && destination instanceof Ipv6Address to
                ? new Ipv6Header(tos(ip), 0, payload.length, protocol, ip.ttl().orElse(TTL), from, to).emit()
                : headerOfFour(ip, protocol, source, destination, payload.length);
        byte[] datagram = Arrays.copyOf(header, header.length + payload.length);
        System.arraycopy(payload, 0, datagram, header.length, payload.length);
        return datagram;
    }

    private byte[] headerOfFour(PacketSpec.IpSpec ip, int protocol, IpAddress source, IpAddress destination,
            int length) {
        byte[] header = new byte[20];
        header[0] = 0x45;
        header[1] = (byte) tos(ip);
        put(header, 2, header.length + length);
        put(header, 4, ++identification);
        header[8] = (byte) ip.ttl().orElse(TTL);
        header[9] = (byte) protocol;
        System.arraycopy(source.toBytes(), 0, header, 12, 4);
        System.arraycopy(destination.toBytes(), 0, header, 16, 4);
        put(header, 10, new Checksum().add(header, 0, header.length).value());
        return header;
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
