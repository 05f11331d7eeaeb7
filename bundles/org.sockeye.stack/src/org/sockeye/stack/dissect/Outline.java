package org.sockeye.stack.dissect;

import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Fragment;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.WifiFrame;

/**
 * Where the headers of a frame stand, found without taking it apart: a few bytes are looked at, nothing is kept. What is
 * unusual in any way (fragments, extension headers, headers that contradict themselves, frames that were cut) is not
 * {@link #isPlain() plain}, and left to the {@link Dissector}.
 */
final class Outline {

    static final int IPV6 = 0x86dd;
    static final int NONE = -1;

    private static final int VLAN = 0x8100;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;

    private int type = NONE;
    private int network = NONE;
    private int transport = NONE;
    private int protocol = NONE;
    private int end = NONE;
    private boolean plain;

    /** The outline of that frame; takes the place of what this was the outline of before. */
    Outline of(CapturedFrame frame) {
        type = NONE;
        network = NONE;
        transport = NONE;
        protocol = NONE;
        end = NONE;
        plain = false;
        byte[] bytes = frame.bytes();
        link(bytes, frame.linkType());
        int limit = frame.isCut() ? Math.min(frame.originalLength(), 1 << 18)
                : bytes.length - Math.max(0, frame.fcsLength());
        if (type == EthernetFrame.IPV4) {
            ipv4(bytes, limit);
        } else if (type == IPV6) {
            ipv6(bytes, limit);
        }
        plain &= !frame.isCut();
        return this;
    }

    private void link(byte[] bytes, int linkType) {
        switch (linkType) {
            case CapturedFrame.ETHERNET -> ethernet(bytes);
            case CapturedFrame.WIFI -> wifi(bytes);
            case 12, 14, 101, 228, 229 -> at(0, bytes.length == 0 ? 0 : version(bytes[0]));
            case 0, 108 -> at(4, bytes.length <= 4 ? 0 : version(bytes[4]));
            case 113 -> at(16, bytes.length < 16 ? 0 : number(bytes, 14));
            case 276 -> at(20, bytes.length < 20 ? 0 : number(bytes, 0));
            default -> {
                // Nothing is known about it.
            }
        }
    }

    private void at(int offset, int etherType) {
        network = offset;
        type = etherType;
    }

    private static int version(byte first) {
        return switch (first >> 4 & 0xf) {
            case 4 -> EthernetFrame.IPV4;
            case 6 -> IPV6;
            default -> 0;
        };
    }

    private void ethernet(byte[] bytes) {
        int at = EthernetFrame.HEADER_LENGTH;
        if (bytes.length < at) {
            return;
        }
        int found = number(bytes, 12);
        while (found == VLAN && bytes.length >= at + 4) {
            found = number(bytes, at + 2);
            at += 4;
        }
        at(at, found);
        plain = at == EthernetFrame.HEADER_LENGTH;
    }

    private void wifi(byte[] bytes) {
        int offset = WifiFrame.payload(bytes);
        if (offset > 0 && SnapHeader.parse(bytes, offset, bytes.length - offset).isPresent()) {
            at(offset + SnapHeader.LENGTH, number(bytes, offset + SnapHeader.LENGTH - 2));
        }
    }

    private void ipv4(byte[] bytes, int limit) {
        if (bytes.length < network + IPV4_HEADER || bytes[network] >> 4 != 4) {
            plain = false;
            return;
        }
        int header = (bytes[network] & 0xf) * 4;
        int total = number(bytes, network + 2);
        boolean fragment = (number(bytes, network + 6) & 0x3fff) != 0;
        if (header < IPV4_HEADER || total < header || network + total > limit || fragment) {
            plain = false;
            return;
        }
        protocol = bytes[network + 9] & 0xff;
        transport = network + header;
        end = network + total;
    }

    private void ipv6(byte[] bytes, int limit) {
        if (bytes.length < network + IPV6_HEADER || (bytes[network] >> 4 & 0xf) != 6) {
            plain = false;
            return;
        }
        int length = number(bytes, network + 4);
        protocol = bytes[network + 6] & 0xff;
        boolean extended = protocol == Ipv6Fragment.PROTOCOL || protocol == Ipv6Extension.HOP_BY_HOP
                || protocol == Ipv6Extension.ROUTING || protocol == Ipv6Extension.DESTINATION;
        plain &= !extended;
        transport = network + IPV6_HEADER;
        end = transport + length;
        if (end > limit) {
            plain = false;
            transport = NONE;
            protocol = NONE;
        } else if (extended) {
            behindExtensions(bytes);
        }
    }

    private void behindExtensions(byte[] bytes) {
        Ipv6Chain chain = Ipv6Chain.walk(bytes, network, protocol, Math.min(end, bytes.length));
        if (!chain.cut() && !chain.isPart()) {
            protocol = chain.protocol();
            transport = chain.offset();
        }
    }

    static int number(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }

    /** True if the frame is all that the numbers here say and nothing more. */
    boolean isPlain() {
        return plain;
    }

    /** What the link carries, by the numbers of Ethernet; {@link #NONE} if that is not known. */
    int type() {
        return type;
    }

    /** Where the network layer's header starts. */
    int network() {
        return network;
    }

    /** The transport's number; {@link #NONE} if there is none. */
    int protocol() {
        return protocol;
    }

    /** Where the transport's header starts; {@link #NONE} if there is none. */
    int transport() {
        return transport;
    }

    /** Where the segment ends, as the network layer's lengths say; perhaps behind what was captured. */
    int end() {
        return end;
    }
}
