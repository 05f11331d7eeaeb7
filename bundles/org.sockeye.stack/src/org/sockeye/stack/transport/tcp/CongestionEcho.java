package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.wire.TcpHeader;

/** What the receiver does about marks of congestion on what arrives: it tells the sender until that reacts (RFC 3168). */
final class CongestionEcho {

    private static final int MARKED = 3;

    private final Connection connection;
    private boolean echoed;
    /** At least one datagram was able to bear a mark. */
    private boolean seen;

    CongestionEcho(Connection connection) {
        this.connection = connection;
    }

    /** Every segment is to bear ECE. */
    boolean isEchoed() {
        return echoed;
    }

    /** Payload arrived. */
    void arrived(Segment segment, Acknowledging acknowledging) {
        if (!connection.agreement().ecn()) {
            return;
        }
        if (segment.has(TcpHeader.CWR)) {
            echoed = false;
            // The sender's window may be very small now.
            acknowledging.atOnce();
        }
        if (segment.congestion() == MARKED && !echoed) {
            echoed = true;
            acknowledging.hasten();
        } else if (segment.congestion() == 0 && seen) {
            // Probably sent again.
            acknowledging.hasten();
        }
        seen |= segment.congestion() != 0;
    }
}
