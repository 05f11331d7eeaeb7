package org.sockeye.labs.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sockeye.labs.story.Quoted;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.FilterException;

/**
 * A property of packets, to be put together: {@code tcp(toPort(6789), flag("syn"))}.
 *
 * @param text what it says, for the story
 * @param test the property
 */
public record PacketMatch(String text, Predicate<Packet> test) {

    /** TCP segments with all of these properties. */
    public static PacketMatch tcp(PacketMatch... all) {
        return layer("tcp", "TCP segment", all);
    }

    /** UDP datagrams with all of these properties. */
    public static PacketMatch udp(PacketMatch... all) {
        return layer("udp", "UDP datagram", all);
    }

    /**
     * Packets that a display filter lets pass, such as {@code tcp.flags.syn && ip.ttl < 64}.
     *
     * @throws BrokenCheck if the filter cannot be understood
     */
    public static PacketMatch filter(String filter) {
        try {
            DisplayFilter parsed = DisplayFilter.parse(filter);
            return new PacketMatch("packet with " + filter, packet -> parsed.matches(packet.dissection()));
        } catch (FilterException e) {
            throw new BrokenCheck("the filter '" + filter + "': " + e.getMessage());
        }
    }

    /** To that port of the transport layer. */
    public static PacketMatch toPort(int port) {
        return new PacketMatch("to port " + port,
                packet -> packet.has("tcp.dstport", (long) port) || packet.has("udp.dstport", (long) port));
    }

    /** From that port of the transport layer. */
    public static PacketMatch fromPort(int port) {
        return new PacketMatch("from port " + port,
                packet -> packet.has("tcp.srcport", (long) port) || packet.has("udp.srcport", (long) port));
    }

    /** With that TCP flag set, such as "syn". */
    public static PacketMatch flag(String name) {
        return new PacketMatch("with " + name.toUpperCase(Locale.ROOT), packet -> packet.has("tcp.flags." + name,
                true));
    }

    /** Without that TCP flag, such as "ack". */
    public static PacketMatch noFlag(String name) {
        return new PacketMatch("without " + name.toUpperCase(Locale.ROOT),
                packet -> packet.has("tcp.flags." + name, false));
    }

    /** With exactly this text as the transport layer's payload. */
    public static PacketMatch carrying(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return new PacketMatch("carrying " + Quoted.text(text), packet -> Arrays.equals(packet.payload(), wanted));
    }

    /** With any payload of the transport layer. */
    public static PacketMatch carryingBytes() {
        return new PacketMatch("with payload", packet -> packet.payload().length > 0);
    }

    /** The first hop of what a program on that host sent. */
    public static PacketMatch fromHost(String host) {
        return new PacketMatch("from " + host, packet -> packet.frame().from().device().equals(host));
    }

    /** What this does not match. */
    public PacketMatch not() {
        return new PacketMatch("not " + text, test.negate());
    }

    public boolean matches(Packet packet) {
        return test.test(packet);
    }

    private static PacketMatch layer(String protocol, String noun, PacketMatch... all) {
        String text = Arrays.stream(all).map(PacketMatch::text).collect(Collectors.joining(" "));
        return new PacketMatch(text.isEmpty() ? noun : noun + " " + text,
                packet -> packet.is(protocol) && Arrays.stream(all).allMatch(match -> match.matches(packet)));
    }
}
