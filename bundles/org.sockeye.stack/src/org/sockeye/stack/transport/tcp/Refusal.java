package org.sockeye.stack.transport.tcp;

import java.util.List;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.TcpHeader;

/** RST in answer to a segment that fits no connection (RFC 9293, section 3.5.2, groups 1 and 2). */
final class Refusal {

    private Refusal() {
    }

    /**
     * Refuses a segment, unless it is itself a refusal.
     *
     * @param key this end and the segment's sender
     */
    static void send(Surroundings surroundings, ConnectionKey key, TcpHeader refused, int payloadLength) {
        if (refused.has(TcpHeader.RST)) {
            return;
        }
        int sequence = 0;
        int acknowledgment = 0;
        int flags = TcpHeader.RST;
        if (refused.has(TcpHeader.ACK)) {
            sequence = refused.acknowledgment();
        } else {
            flags |= TcpHeader.ACK;
            acknowledgment = refused.sequence() + payloadLength + (refused.has(TcpHeader.SYN) ? 1 : 0)
                    + (refused.has(TcpHeader.FIN) ? 1 : 0);
        }
        byte[] segment = TcpHeader
                .of(key.local().port(), key.remote().port(), sequence, acknowledgment, flags, 0, List.of())
                .emit(0);
        IpAddress source = key.local().address();
        IpAddress destination = key.remote().address();
        TcpHeader.seal(source, destination, segment);
        surroundings.network().send(source, destination, TcpHeader.PROTOCOL, Content.of(segment));
    }
}
