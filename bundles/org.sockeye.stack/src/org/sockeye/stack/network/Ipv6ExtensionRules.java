package org.sockeye.stack.network;

import java.util.function.BiConsumer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.Ipv6Option;
import org.sockeye.stack.wire.Ipv6Option.Action;

/** What extension headers ask of a node: mostly nothing, but some forbid it to go on (RFC 8200, section 4). */
final class Ipv6ExtensionRules {

    private final Icmpv6 icmp;
    private final BiConsumer<Content, String> drop;

    /** {@code drop} is told of a packet that goes no further, and why. */
    Ipv6ExtensionRules(Icmpv6 icmp, BiConsumer<Content, String> drop) {
        this.icmp = icmp;
        this.drop = drop;
    }

    /** Obeys an extension header; false if the packet goes no further because of it. */
    boolean accepts(Ipv6Header header, Ipv6Extension extension, Content packet) {
        byte[] bytes = packet.bytes();
        if (extension.type() == Ipv6Extension.ROUTING && extension.segmentsLeft(bytes) > 0) {
            drop.accept(packet, "a routing header of type " + extension.routingType(bytes));
            icmp.error(packet, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.ERRONEOUS_FIELD,
                    extension.offset() + Ipv6Extension.BODY_OFFSET);
            return false;
        }
        for (Ipv6Option option : extension.options(bytes)) {
            if (option.isCut(extension.offset() + extension.length())) {
                drop.accept(packet, "an IPv6 option is cut short");
                return false;
            }
            if (!option.isKnown() && option.action() != Action.SKIP) {
                refuse(header, option, packet);
                return false;
            }
        }
        return true;
    }

    private void refuse(Ipv6Header header, Ipv6Option option, Content packet) {
        drop.accept(packet, "an unknown IPv6 option of type " + option.type());
        boolean quiet = option.action() == Action.DROP
                || option.action() == Action.DROP_AND_TELL_UNLESS_MULTICAST && header.destination().isMulticast();
        if (!quiet) {
            icmp.error(packet, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.UNKNOWN_OPTION, option.offset());
        }
    }
}
