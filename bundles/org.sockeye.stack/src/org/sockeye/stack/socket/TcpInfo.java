package org.sockeye.stack.socket;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a TCP connection knows about itself at a moment, as TCP_INFO tells it on Linux; for views and scripts. Times are in
 * microseconds, as there, but for those that say so; sizes in bytes; windows in segments.
 */
public final class TcpInfo {

    /** One of the numbers; on Linux {@code tcpi_} stands before its name, in small letters. */
    public enum Field {
        /** The connection's state, as Linux numbers them: 1 is ESTABLISHED. */
        STATE,
        /** What congestion control is about: 0 open, 1 disorder, 2 CWR, 3 recovery, 4 loss. */
        CA_STATE,
        /** Time-outs in a row. */
        RETRANSMITS,
        /** Unanswered probes, be they for a zero window or to keep alive. */
        PROBES,
        /** How often the time-out has been doubled. */
        BACKOFF,
        /** Bit 0 timestamps, 1 SACK, 2 window scale, 3 ECN, 4 ECN seen. */
        OPTIONS,
        /** The scale of windows that the peer sends. */
        SND_WSCALE,
        /** The scale of windows that this end sends. */
        RCV_WSCALE,
        /** 1 if the program, not the network, limited the last rate measured. */
        DELIVERY_RATE_APP_LIMITED,
        /** The retransmission time-out. */
        RTO,
        /** How long an acknowledgment waits. */
        ATO,
        SND_MSS, RCV_MSS, UNACKED, SACKED, LOST, RETRANS, FACKETS,
        /** Milliseconds since data was last sent. */
        LAST_DATA_SENT,
        /** Milliseconds since an acknowledgment was last sent; Linux does not know. */
        LAST_ACK_SENT,
        /** Milliseconds since data last arrived. */
        LAST_DATA_RECV,
        /** Milliseconds since an acknowledgment last arrived. */
        LAST_ACK_RECV,
        /** The largest datagram that fits the path. */
        PMTU, RCV_SSTHRESH, RTT, RTTVAR, SND_SSTHRESH, SND_CWND, ADVMSS, REORDERING, RCV_RTT, RCV_SPACE, TOTAL_RETRANS,
        /** Bytes a second. */
        PACING_RATE, MAX_PACING_RATE, BYTES_ACKED, BYTES_RECEIVED, SEGS_OUT, SEGS_IN, NOTSENT_BYTES, MIN_RTT,
        DATA_SEGS_IN,
        DATA_SEGS_OUT,
        /** Bytes a second. */
        DELIVERY_RATE, BUSY_TIME, RWND_LIMITED, SNDBUF_LIMITED, DELIVERED, DELIVERED_CE, BYTES_SENT, BYTES_RETRANS,
        DSACK_DUPS, REORD_SEEN, RCV_OOOPACK, SND_WND, RCV_WND, REHASH, TOTAL_RTO, TOTAL_RTO_RECOVERIES, TOTAL_RTO_TIME
    }

    private final Map<Field, Long> values = new EnumMap<>(Field.class);

    /** Nothing known: all 0. */
    public TcpInfo() {
        // Each part of a connection puts in what it knows.
    }

    /** Puts in a number. */
    public void put(Field field, long value) {
        values.put(field, value);
    }

    /** A number; 0 if nobody knows it. */
    public long get(Field field) {
        return values.getOrDefault(field, 0L);
    }
}
