package org.sockeye.stack.network.nat;

import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.TcpHeader;

/** What has been seen of one conversation between a host inside and one outside, and so how long it is remembered. */
final class Session {

    private static final long SECOND = 1_000_000_000L;

    /** Established TCP connections live for 2 hours and 4 minutes (RFC 5382, REQ-5), others for 4 minutes. */
    private static final long ESTABLISHED = 7440 * SECOND;
    private static final long TRANSITORY = 240 * SECOND;
    /** RFC 4787, REQ-5. */
    private static final long DATAGRAMS = 300 * SECOND;
    /** RFC 5508, REQ-2. */
    private static final long ECHOES = 60 * SECOND;

    private final int protocol;
    private long used;
    private boolean insideOpened;
    private boolean outsideOpened;
    private boolean insideEnded;
    private boolean outsideEnded;

    Session(int protocol) {
        this.protocol = protocol;
    }

    /**
     * A datagram of it passed.
     *
     * @param flags those of a TCP segment, else 0
     */
    void passed(boolean fromInside, int flags, long now) {
        used = now;
        if (fromInside) {
            insideOpened |= (flags & TcpHeader.SYN) != 0;
            insideEnded |= (flags & TcpHeader.FIN) != 0;
        } else {
            outsideOpened |= (flags & TcpHeader.SYN) != 0;
            outsideEnded |= (flags & TcpHeader.FIN) != 0;
        }
        if ((flags & TcpHeader.RST) != 0) {
            insideEnded = true;
            outsideEnded = true;
        } else if (flags == TcpHeader.SYN) {
            insideEnded = false;
            outsideEnded = false;
        }
    }

    boolean isOver(long now) {
        return now - used > lifetime();
    }

    private long lifetime() {
        return switch (protocol) {
            case TcpHeader.PROTOCOL -> insideOpened && outsideOpened && !(insideEnded && outsideEnded) ? ESTABLISHED
                    : TRANSITORY;
            case IcmpMessage.PROTOCOL -> ECHOES;
            default -> DATAGRAMS;
        };
    }
}
