package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind an IPv6 header: extension headers, and what the last of them leads to (RFC 8200, section 4).
 *
 * @param extensions in the order in which they stand
 * @param protocol the number of what follows them
 * @param pointer where that number stands, in bytes of what holds the packet
 * @param offset where what follows begins; in a fragment but the first it is some part of it
 * @param fragment the fragment header among them, with which the walk ends unless the packet is whole
 * @param cut true if the packet ends before an extension header does
 */
public record Ipv6Chain(List<Ipv6Extension> extensions, int protocol, int pointer, int offset,
        Optional<Ipv6Fragment> fragment, boolean cut) {

    /**
     * Walks along the chain. It ends at the first number that is no known extension header's, and at a hop-by-hop options
     * header anywhere but at the beginning, where none is allowed.
     *
     * @param header where the IPv6 header starts
     * @param first the next header that it names
     * @param end where the packet ends
     */
    public static Ipv6Chain walk(byte[] bytes, int header, int first, int end) {
        int at = header + Ipv6Header.LENGTH;
        int pointer = header + Ipv6Header.NEXT_HEADER_OFFSET;
        if (!Ipv6Extension.isKnown(first)) {
            return new Ipv6Chain(List.of(), first, pointer, at, Optional.empty(), false);
        }
        List<Ipv6Extension> extensions = new ArrayList<>();
        int type = first;
        Ipv6Fragment fragment = null;
        while (Ipv6Extension.isKnown(type) && (type != Ipv6Extension.HOP_BY_HOP || extensions.isEmpty())) {
            int length = at + 8 > end ? 8
                    : type == Ipv6Fragment.PROTOCOL ? Ipv6Fragment.LENGTH
                            : 8 + 8 * (bytes[at + Ipv6Extension.LENGTH_OFFSET] & 0xff);
            if (at + length > end) {
                return new Ipv6Chain(extensions, type, pointer, at, Optional.ofNullable(fragment), true);
            }
            Ipv6Extension extension = new Ipv6Extension(type, at, length);
            extensions.add(extension);
            if (type == Ipv6Fragment.PROTOCOL) {
                fragment = Ipv6Fragment.parse(bytes, at);
            }
            type = extension.next(bytes);
            pointer = at;
            at += length;
            if (fragment != null && fragment.offset() > 0) {
                break;
            }
        }
        return new Ipv6Chain(extensions, type, pointer, at, Optional.ofNullable(fragment), false);
    }

    /** True if the packet is a part of another. */
    public boolean isPart() {
        return fragment.filter(Ipv6Fragment::isPart).isPresent();
    }
}
