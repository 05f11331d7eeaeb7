package org.sockeye.stack.dissect;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where our dissection rightly says something else than tshark, or more, and why. Nothing else may differ. */
enum DeclaredDifference {

    /**
     * In a capture of several links Wireshark, which takes them for one wire, sees each packet once a hop and marks the later
     * hops; we judge each link by itself. Captures of one link are compared without this.
     */
    SEVERAL_LINKS(field -> !field.oneLink && field.name.startsWith("tcp.analysis.")),

    /** What was sent again is taken apart by us every time; Wireshark takes an application's bytes apart once. */
    SENT_AGAIN(field -> field.ours > 0 && field.theirs == 0 && isOf(field.name, "data", "http", "smtp", "tls")
            && Stream.of("retransmission", "out_of_order")
                    .anyMatch(remark -> field.frame.containsKey("tcp.analysis." + remark))),

    /** Wireshark shows a whole datagram in the last of its fragments, where it has all; we do not put them together. */
    LAST_FRAGMENT(field -> field.ours == 0 && isOf(field.name, "udp", "data", "icmp", "icmpv6")
            && (field.isLast("ip.frag_offset", "ip.flags.mf")
                    || field.isLast("ipv6.fraghdr.offset", "ipv6.fraghdr.more"))),

    /** Of a header that was damaged on the way we say that it makes no sense; Wireshark shows what it may have been. */
    DAMAGED(field -> field.ours == 0 && Stream.of("eth.fcs.status", "wlan.fcs.status")
            .anyMatch(status -> field.frame.getOrDefault(status, List.of()).contains("0"))),

    /** Wireshark adds a segment that an error quotes to its connection, if it has seen that; for us it belongs to none. */
    QUOTED(field -> (field.ours == 0 && List.of("udp.stream", "tcp.stream", "tcp.time_relative", "tcp.time_delta")
            .contains(field.name)
            || field.theirs == 0 && field.name.equals("tcp.seq_raw"))
            && Stream.of("icmp", "icmpv6").anyMatch(icmp -> field.frame.containsKey(icmp + ".type")));

    /** One field of one frame: how many values we have and tshark has, and all that tshark says of the frame. */
    private record Compared(String name, int ours, int theirs, Map<String, List<String>> frame, boolean oneLink) {

        boolean isLast(String offset, String more) {
            return !frame.getOrDefault(offset, List.of("0")).getFirst().equals("0")
                    && frame.getOrDefault(more, List.of("1")).getFirst().equals("0");
        }
    }

    private final Predicate<Compared> applies;

    DeclaredDifference(Predicate<Compared> applies) {
        this.applies = applies;
    }

    private static boolean isOf(String name, String... protocols) {
        return Stream.of(protocols).anyMatch(protocol -> name.equals(protocol) || name.startsWith(protocol + "."));
    }

    /**
     * True if the field may differ there.
     *
     * @param frame all that tshark says of the frame
     */
    static boolean isDeclared(String name, List<String> ours, List<String> theirs, Map<String, List<String>> frame,
            boolean oneLink) {
        Compared field = new Compared(name, ours.size(), theirs.size(), frame, oneLink);
        return Stream.of(values()).anyMatch(difference -> difference.applies.test(field));
    }
}
