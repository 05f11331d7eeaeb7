package org.sockeye.stack.dissect;

import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** What a plain frame's payload may be, by a glance at ports and first bytes: never too little, sometimes too much. */
final class Guess {

    private static final int[] SPECIAL_PORTS = { 25, 53, 67, 68, 587 };

    private Guess() {
    }

    /** True if a program says something in it, by TCP. */
    static boolean hasPayload(Sight sight) {
        Outline outline = sight.outline();
        int header = outline.end() - outline.transport() < TcpHeader.LENGTH ? 0 : Shortcuts.headerLength(sight);
        return outline.transport() + header < outline.end();
    }

    /** True if the payload of a TCP segment may be HTTP or TLS: it begins with capital letters or a small number. */
    static boolean stream(Sight sight) {
        Outline outline = sight.outline();
        if (outline.end() - outline.transport() < TcpHeader.LENGTH) {
            return false;
        }
        int payload = outline.transport() + Shortcuts.headerLength(sight);
        if (payload >= outline.end()) {
            return false;
        }
        byte first = sight.bytes()[payload];
        return first >= 'A' && first <= 'Z' || first >= 20 && first <= 23;
    }

    /** True if one of the ports is that one. */
    static boolean isCalled(Sight sight, int port) {
        Outline outline = sight.outline();
        int protocol = outline.protocol();
        if (protocol != TcpHeader.PROTOCOL && protocol != UdpHeader.PROTOCOL) {
            return false;
        }
        return outline.end() - outline.transport() >= 4
                && (Outline.number(sight.bytes(), outline.transport()) == port
                        || Outline.number(sight.bytes(), outline.transport() + 2) == port);
    }

    /** True if one of the ports belongs to a protocol that is known by its port. */
    static boolean isSpecial(Sight sight) {
        for (int port : SPECIAL_PORTS) {
            if (isCalled(sight, port)) {
                return true;
            }
        }
        return false;
    }
}
