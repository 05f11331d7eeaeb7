package org.sockeye.stack.dissect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** The fields that can be read without taking frames apart: those that stand at a fixed place of a common header. */
final class Shortcuts {

    private static final Map<String, Shortcut> ALL = new Shortcuts().all;

    private final Map<String, Shortcut> all = new HashMap<>();

    private record Read(ToIntFunction<Sight> counted, ToLongFunction<Sight> first, ToLongFunction<Sight> second)
            implements Shortcut {

        @Override
        public int count(Sight sight) {
            return counted.applyAsInt(sight);
        }

        @Override
        public long value(Sight sight, int index) {
            return index == 0 ? first.applyAsLong(sight) : second.applyAsLong(sight);
        }
    }

    private Shortcuts() {
        add("frame.number", Shortcuts::frame, sight -> sight.frame().number());
        add("frame.len", Shortcuts::frame, sight -> sight.frame().originalLength());
        add("frame.cap_len", Shortcuts::frame, sight -> sight.bytes().length);
        add("frame.time_epoch", Shortcuts::frame, sight -> sight.frame().time());
        add("frame.time_relative", Shortcuts::frame, sight -> sight.frame().time() - sight.frame().first());
        header(EthernetFrame.fields(), Shortcuts::ethernet, sight -> 0, "eth.dst", "eth.src", "eth.type");
        header(Ipv4Header.fields(), Shortcuts::ipv4, sight -> sight.outline().network(), "ip.version", "ip.dsfield",
                "ip.dsfield.dscp", "ip.dsfield.ecn", "ip.len", "ip.id", "ip.flags.df", "ip.flags.mf", "ip.ttl",
                "ip.proto", "ip.checksum", "ip.src", "ip.dst");
        header(TcpHeader.fields(), Shortcuts::tcp, sight -> sight.outline().transport(), "tcp.srcport", "tcp.dstport",
                "tcp.seq_raw", "tcp.ack_raw", "tcp.flags", "tcp.flags.syn", "tcp.flags.ack", "tcp.flags.fin",
                "tcp.flags.reset", "tcp.flags.push", "tcp.flags.urg", "tcp.flags.ece", "tcp.flags.cwr",
                "tcp.window_size_value", "tcp.checksum", "tcp.urgent_pointer");
        header(UdpHeader.fields(), Shortcuts::udp, sight -> sight.outline().transport(), "udp.srcport", "udp.dstport",
                "udp.length", "udp.checksum");
        both("eth.addr", "eth.dst", "eth.src");
        both("ip.addr", "ip.src", "ip.dst");
        both("tcp.port", "tcp.srcport", "tcp.dstport");
        both("udp.port", "udp.srcport", "udp.dstport");
        add("tcp.len", Shortcuts::tcp, Shortcuts::tcpLength);
        add("tcp.stream", Shortcuts::tcpStream, sight -> sight.context().stream());
        add("udp.stream", sight -> udp(sight) == 1 && sight.context().stream() < 0 ? 0 : udp(sight),
                sight -> sight.context().stream());
        add("tcp.time_relative", Shortcuts::tcpStream, sight -> sight.context().times().sinceFirst());
        add("tcp.time_delta", Shortcuts::tcpStream, sight -> sight.context().times().sincePrevious());
        add("tcp.analysis.acks_frame", Shortcuts::tcpAnswer, sight -> sight.context().times().acknowledged());
        add("tcp.analysis.ack_rtt", Shortcuts::tcpAnswer, sight -> sight.context().times().roundTrip());
        add("tcp.seq", Shortcuts::tcp, sight -> number(sight, 4) - sight.context().firstSequence() & 0xffff_ffffL);
        for (String remark : TcpFields.remarks()) {
            add(remark, sight -> tcp(sight) == 1 ? remarks(sight, remark) : tcp(sight), sight -> 1);
        }
        add("tcp.analysis.flags", sight -> tcp(sight) == 1 ? Math.min(1, sight.context().remarks().size()) : tcp(sight),
                sight -> 1);
        for (Map.Entry<String, ToIntFunction<Sight>> protocol : protocols().entrySet()) {
            add(protocol.getKey(), protocol.getValue(), sight -> 0);
        }
    }

    /** How often a protocol is there, for those whose presence can be seen. */
    private static Map<String, ToIntFunction<Sight>> protocols() {
        return Map.of("frame", Shortcuts::frame, "eth", Shortcuts::ethernet, "ip", Shortcuts::ipv4, "tcp",
                Shortcuts::tcp, "udp", Shortcuts::udp);
    }

    /** The shortcut to a field's values or a protocol's presence; null if there is none. */
    static @Nullable Shortcut to(String name) {
        return ALL.get(name);
    }

    /** False if the frame surely has nothing of the protocol that the field belongs to. */
    static boolean isPossible(String name, Sight sight) {
        if (!sight.isPlain()) {
            return true;
        }
        if (name.startsWith("tcp.analysis.duplicate_ack_")) {
            return remarks(sight, "tcp.analysis.duplicate_ack") > 0;
        }
        int dot = name.indexOf('.');
        int protocol = sight.outline().protocol();
        return switch (dot < 0 ? name : name.substring(0, dot)) {
            case "tcp" -> tcp(sight) != 0;
            case "udp" -> udp(sight) != 0;
            case "http", "tls" -> protocol == TcpHeader.PROTOCOL && Guess.stream(sight);
            case "smtp" -> protocol == TcpHeader.PROTOCOL && Guess.hasPayload(sight);
            case "dhcp" -> protocol == UdpHeader.PROTOCOL && Guess.isCalled(sight, 67);
            case "dns" -> Guess.isCalled(sight, 53);
            case "arp" -> sight.outline().type() == EthernetFrame.ARP;
            case "icmp" -> protocol == IcmpMessage.PROTOCOL;
            default -> true;
        };
    }

    private void add(String name, ToIntFunction<Sight> counted, ToLongFunction<Sight> value) {
        all.put(name, new Read(counted, value, value));
    }

    private void header(Iterable<Field> fields, ToIntFunction<Sight> counted, ToIntFunction<Sight> start,
            String... names) {
        for (Field field : fields) {
            for (String name : names) {
                if (field.name().equals(name)) {
                    add(name, counted, sight -> field.read(sight.bytes(), start.applyAsInt(sight)));
                }
            }
        }
    }

    private void both(String name, String first, String second) {
        Shortcut one = all.get(first);
        Shortcut other = all.get(second);
        if (one != null && other != null) {
            all.put(name, new Read(sight -> one.count(sight) == 1 ? 2 : one.count(sight),
                    sight -> one.value(sight, 0), sight -> other.value(sight, 0)));
        }
    }

    private static int frame(Sight sight) {
        return sight.hasFrame() ? 1 : Shortcut.UNKNOWN;
    }

    private static int ethernet(Sight sight) {
        return sight.isPlain() && sight.frame().linkType() == CapturedFrame.ETHERNET
                && sight.bytes().length >= EthernetFrame.HEADER_LENGTH + EthernetFrame.FCS_LENGTH ? 1
                        : Shortcut.UNKNOWN;
    }

    /** Once, unless an error quotes another one. */
    private static int ipv4(Sight sight) {
        if (!sight.isPlain() || sight.outline().protocol() == IcmpMessage.PROTOCOL) {
            return Shortcut.UNKNOWN;
        }
        return sight.outline().type() == EthernetFrame.IPV4 ? 1
                : sight.outline().type() == EthernetFrame.ARP ? 0 : Shortcut.UNKNOWN;
    }

    private static int tcp(Sight sight) {
        int transport = transport(sight, TcpHeader.PROTOCOL);
        if (transport != 1) {
            return transport;
        }
        int length = sight.outline().end() - sight.outline().transport();
        int header = length < TcpHeader.LENGTH ? 0 : headerLength(sight);
        return header >= TcpHeader.LENGTH && header <= length ? 1 : Shortcut.UNKNOWN;
    }

    /** Once, if it is known to which connection the segment belongs. */
    private static int tcpStream(Sight sight) {
        int tcp = tcp(sight);
        return tcp == 1 && sight.context().stream() < 0 ? 0 : tcp;
    }

    /** Once, if the segment acknowledges the end of one that was seen. */
    private static int tcpAnswer(Sight sight) {
        int tcp = tcp(sight);
        return tcp == 1 && sight.context().times().acknowledged() == 0 ? 0 : tcp;
    }

    private static int udp(Sight sight) {
        int transport = transport(sight, UdpHeader.PROTOCOL);
        if (transport != 1) {
            return transport;
        }
        int length = sight.outline().end() - sight.outline().transport();
        long declared = length < UdpHeader.LENGTH ? 0 : number(sight, 4) >>> 16;
        return declared >= UdpHeader.LENGTH && declared <= length ? 1 : Shortcut.UNKNOWN;
    }

    private static int transport(Sight sight, int protocol) {
        if (!sight.isPlain()) {
            return Shortcut.UNKNOWN;
        }
        int found = sight.outline().protocol();
        boolean known = found == TcpHeader.PROTOCOL || found == UdpHeader.PROTOCOL;
        return found == protocol ? 1 : known || sight.outline().type() == EthernetFrame.ARP ? 0 : Shortcut.UNKNOWN;
    }

    private static int remarks(Sight sight, String name) {
        int count = 0;
        for (TcpRemark remark : sight.context().remarks()) {
            count += remark.field().equals(name) ? 1 : 0;
        }
        return count;
    }

    private static long tcpLength(Sight sight) {
        return sight.outline().end() - sight.outline().transport() - headerLength(sight);
    }

    static int headerLength(Sight sight) {
        return (sight.bytes()[sight.outline().transport() + 12] >> 4 & 0xf) * 4;
    }

    /** Four bytes of the transport's header. */
    private static long number(Sight sight, int at) {
        byte[] bytes = sight.bytes();
        int offset = sight.outline().transport() + at;
        return (long) Outline.number(bytes, offset) << 16 | Outline.number(bytes, offset + 2);
    }
}
