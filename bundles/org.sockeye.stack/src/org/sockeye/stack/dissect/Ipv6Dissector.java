package org.sockeye.stack.dissect;

import java.util.Locale;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Fragment;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** IPv6 with its extension headers, and which protocol it carries. */
final class Ipv6Dissector {

    private Ipv6Dissector() {
    }

    static void unwrap(Unwrapping to, int offset, int length) {
        Optional<Ipv6Header> parsed = Ipv6Header.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.NETWORK, "IPv6", offset, length,
                    "the IPv6 header is cut short or its length contradicts the frame's");
            return;
        }
        Ipv6Header header = parsed.get();
        int end = offset + header.totalLength();
        Ipv6Chain chain = Ipv6Chain.walk(to.frame, offset, header.nextHeader(), end);
        Envelope envelope = header.describe(to.frame, offset, chain);
        to.add(envelope);
        to.source = header.source().toString();
        to.destination = header.destination().toString();
        to.protocol = envelope.protocol();
        int rest = end - chain.offset();
        if (chain.cut()) {
            to.malformed(Layer.NETWORK, "IPv6", chain.offset(), rest, "an extension header is cut short");
        } else if (chain.isPart()) {
            Ipv6Fragment fragment = chain.fragment().orElseThrow();
            to.info = info(fragment);
            // As of IPv4, Wireshark shows the whole in the last piece, which we do not put together.
            to.add(fragment.more() ? ApplicationDissector.data(Layer.TRANSPORT, to.frame, chain.offset(), rest)
                    : ApplicationDissector.closed(Layer.TRANSPORT, "FRAGMENT", to.frame, chain.offset(), rest));
        } else {
            payload(to, header, chain, rest);
        }
    }

    private static String info(Ipv6Fragment fragment) {
        return String.format(Locale.ROOT, "IPv6 fragment (off=%d more=%s ident=0x%08x nxt=%d)", fragment.offset(),
                fragment.more() ? "y" : "n", fragment.identification(), fragment.nextHeader());
    }

    private static void payload(Unwrapping to, Ipv6Header header, Ipv6Chain chain, int length) {
        int offset = chain.offset();
        switch (chain.protocol()) {
            case Icmpv6Message.PROTOCOL -> Icmpv6Dissector.unwrap(to, header, offset, length);
            case UdpHeader.PROTOCOL ->
                UdpDissector.unwrap(to, header.source(), header.destination(), offset, length);
            case TcpHeader.PROTOCOL ->
                TcpDissector.unwrap(to, header.source(), header.destination(), offset, length);
            default -> {
                to.info = chain.protocol() == Ipv6Extension.NOTHING ? "IPv6 no next header"
                        : "Unknown IP Protocol: Unknown (" + chain.protocol() + ")";
                if (length > 0) {
                    to.add(ApplicationDissector.data(Layer.TRANSPORT, to.frame, offset, length));
                }
            }
        }
    }
}
