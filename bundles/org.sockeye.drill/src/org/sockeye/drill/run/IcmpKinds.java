package org.sockeye.drill.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;

/** The numbers of ICMP's messages that scripts name, of both versions (RFC 792; RFC 4443). */
final class IcmpKinds {

    /** What a message is. */
    record Kind(int type, int code) {
    }

    private static final Map<String, Integer> TYPES = Map.ofEntries(Map.entry("echo_reply", IcmpMessage.ECHO_REPLY),
            Map.entry("unreachable", IcmpMessage.UNREACHABLE), Map.entry("source_quench", 4),
            Map.entry("redirect", 5), Map.entry("echo_request", IcmpMessage.ECHO_REQUEST),
            Map.entry("time_exceeded", IcmpMessage.TIME_EXCEEDED), Map.entry("parameter_problem", 12),
            Map.entry("timestamp_request", 13), Map.entry("timestamp_reply", 14),
            Map.entry("information_request", 15), Map.entry("information_reply", 16),
            Map.entry("address_mask_request", 17), Map.entry("address_mask_reply", 18));
    private static final Map<String, Integer> UNREACHABLE = Map.ofEntries(Map.entry("net_unreachable", 0),
            Map.entry("host_unreachable", 1), Map.entry("protocol_unreachable", 2), Map.entry("port_unreachable", 3),
            Map.entry("frag_needed", 4), Map.entry("source_route_failed", 5), Map.entry("net_unknown", 6),
            Map.entry("host_unknown", 7), Map.entry("source_host_isolated", 8), Map.entry("net_prohibited", 9),
            Map.entry("host_prohibited", 10), Map.entry("net_unreachable_for_tos", 11),
            Map.entry("host_unreachable_for_tos", 12), Map.entry("packet_filtered", 13),
            Map.entry("prohibited", 13), Map.entry("precedence_violation", 14), Map.entry("host_precedence", 14),
            Map.entry("precedence_cutoff", 15));
    private static final Map<String, Integer> EXCEEDED = Map.of("ttl", 0, "ttl_exceeded", 0, "reassembly", 1);

    private static final Map<String, Integer> TYPES_OF_SIX = Map.of("unreachable", Icmpv6Message.UNREACHABLE,
            "packet_too_big", Icmpv6Message.PACKET_TOO_BIG, "time_exceeded", Icmpv6Message.TIME_EXCEEDED,
            "parameter_problem", Icmpv6Message.PARAMETER_PROBLEM, "echo_request", Icmpv6Message.ECHO_REQUEST,
            "echo_reply", Icmpv6Message.ECHO_REPLY);
    private static final Map<String, Integer> UNREACHABLE_OF_SIX = Map.of("net_unreachable", Icmpv6Message.NO_ROUTE,
            "no_route", Icmpv6Message.NO_ROUTE, "admin_prohibited", 1, "not_neighbour", Icmpv6Message.BEYOND_SCOPE,
            "address_unreachable", Icmpv6Message.ADDRESS_UNREACHABLE, "port_unreachable",
            Icmpv6Message.PORT_UNREACHABLE);
    private static final Map<String, Integer> EXCEEDED_OF_SIX = Map.of("exceeded_hop_limit",
            Icmpv6Message.HOPS_EXCEEDED, "exceeded_frag_time", Icmpv6Message.REASSEMBLY_EXCEEDED);
    private static final Map<String, Integer> PROBLEMS_OF_SIX = Map.of("header_field", Icmpv6Message.ERRONEOUS_FIELD,
            "unknown_next_header", Icmpv6Message.UNKNOWN_NEXT_HEADER, "unknown_option", Icmpv6Message.UNKNOWN_OPTION);

    private IcmpKinds() {
    }

    /** The numbers of the message, of ICMPv6 if {@code six}. */
    static Kind of(PacketSpec.Icmp icmp, boolean six, Position position) throws UnsupportedException {
        Integer type = icmp.type().matches("type_\\d{1,3}") ? Integer.valueOf(icmp.type().substring(5))
                : (six ? TYPES_OF_SIX : TYPES).get(icmp.type());
        if (type == null) {
            throw new UnsupportedException(position, "the ICMP" + (six ? "v6" : "") + " message " + icmp.type());
        }
        Integer code = code(icmp.type(), icmp.code(), six);
        if (code == null) {
            throw new UnsupportedException(position,
                    "the ICMP" + (six ? "v6" : "") + " code " + icmp.code() + " of " + icmp.type());
        }
        return new Kind(type, code);
    }

    private static @Nullable Integer code(String type, String code, boolean six) {
        if (code.isEmpty() && !type.equals("unreachable")) {
            return 0;
        } else if (code.matches("code_\\d{1,3}")) {
            return Integer.valueOf(code.substring(5));
        }
        return switch (type) {
            case "unreachable" -> (six ? UNREACHABLE_OF_SIX : UNREACHABLE).get(code);
            case "time_exceeded" -> (six ? EXCEEDED_OF_SIX : EXCEEDED).get(code);
            case "parameter_problem" -> six ? PROBLEMS_OF_SIX.get(code) : null;
            default -> null;
        };
    }
}
