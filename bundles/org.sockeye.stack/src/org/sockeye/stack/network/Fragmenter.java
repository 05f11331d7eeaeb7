package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Ipv4Header;

/** Cuts a datagram that is too large for a link into fragments that are not (RFC 791, section 3.2). */
final class Fragmenter {

    private Fragmenter() {
    }

    /**
     * The fragments; packets of their own from here on.
     *
     * @param header the header of the datagram, which may be a fragment itself
     * @param datagram header and payload
     * @param maximum the largest datagram that the link takes, in bytes
     */
    static List<Content> cut(Ipv4Header header, Content datagram, int maximum) {
        int step = (maximum - header.headerLength()) / 8 * 8;
        int length = header.payloadLength();
        List<Content> fragments = new ArrayList<>();
        for (int start = 0; start < length; start += step) {
            int size = Math.min(step, length - start);
            boolean more = header.moreFragments() || start + size < length;
            Content payload = datagram.part(header.headerLength() + start, size).arrivedIn(0);
            fragments.add(payload.behind(header.fragment(header.fragmentOffset() + start, size, more).emit()));
        }
        return fragments;
    }
}
