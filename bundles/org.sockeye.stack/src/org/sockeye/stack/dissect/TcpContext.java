package org.sockeye.stack.dissect;

import java.util.List;

/**
 * What one segment alone does not say about itself, known from the segments before it on the same link. Of a datagram of
 * UDP nothing but the stream is known.
 *
 * @param stream the number of the connection among all of a capture, from 0; -1 if this is neither TCP nor UDP or no frame
 *        has been looked at before
 * @param firstSequence the sequence number that the sender's relative ones count from (its SYN's)
 * @param firstAcknowledgment the same of the receiver
 * @param windowShift by how many bits the window is to be shifted (RFC 7323, section 2), or -1 if the handshake was not
 *        seen
 * @param manner how the payload is meant
 * @param times when it was seen, beside others
 * @param remarks what stands out, as Wireshark's expert words it; usually none
 */
public record TcpContext(int stream, long firstSequence, long firstAcknowledgment, int windowShift,
        Manner manner, TcpTimes times, List<TcpRemark> remarks) {

    /** Nothing is known: sequence numbers are shown as they stand in the segment. */
    public static final TcpContext NONE = new TcpContext(-1, 0, 0, -1, Manner.PLAIN, TcpTimes.NONE, List.of());

    /** That of the datagrams between two ports. */
    static TcpContext ofDatagrams(int stream) {
        return new TcpContext(stream, 0, 0, -1, Manner.PLAIN, TcpTimes.NONE, List.of());
    }

    public TcpContext {
        remarks = List.copyOf(remarks);
    }
}
