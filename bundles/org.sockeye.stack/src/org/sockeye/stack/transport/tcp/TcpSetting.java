package org.sockeye.stack.transport.tcp;

/**
 * One thing that may be tuned about TCP on a host. Most bear the name of a setting of Linux ({@code net.ipv4.} stands
 * before it there) and its standard value; those without a name are fixed in Linux. Flags are 0 or 1, times are in
 * nanoseconds here, whatever Linux counts them in.
 */
public enum TcpSetting {
    /** Clocks in every segment (RFC 7323, section 3). */
    TIMESTAMPS("tcp_timestamps", 1),
    /** Selective acknowledgments (RFC 2018). */
    SACK("tcp_sack", 1),
    /** Tells the peer of duplicates (RFC 2883). */
    DSACK("tcp_dsack", 1),
    /** Windows beyond 64 KiB (RFC 7323, section 2). */
    WINDOW_SCALING("tcp_window_scaling", 1),
    /** Explicit congestion notification (RFC 3168): 0 never, 1 asked for and granted, 2 granted only. */
    ECN("tcp_ecn", 0),
    /** Asks without ECN once a SYN that asked for it went unanswered. */
    ECN_FALLBACK("tcp_ecn_fallback", 1),
    /** Bit 0: time tells losses (RACK, RFC 8985). */
    RECOVERY("tcp_recovery", 1),
    /** From 3 on, tail loss probes are sent (RFC 8985, section 7). */
    EARLY_RETRANSMIT("tcp_early_retrans", 3),
    /** Finds out that a time-out was spurious (RFC 5682): 0 never. */
    FORWARD_RTO("tcp_frto", 2),
    /** By how many segments a path may reorder before a loss is assumed. */
    REORDERING("tcp_reordering", 3),
    /** The most reordering that is learnt. */
    MAX_REORDERING("tcp_max_reordering", 300),
    /** For how long the least round-trip time counts. */
    MIN_RTT_WINDOW("tcp_min_rtt_wlen", 300, Unit.SECOND),
    /** Segments that may be sent before the first acknowledgment (RFC 6928). */
    INITIAL_WINDOW("", 10),
    /** Starts slowly again after a time-out's worth of silence (RFC 5681, section 4.1). */
    SLOW_START_AFTER_IDLE("tcp_slow_start_after_idle", 1),
    /** How often a SYN is sent again before the attempt fails. */
    SYN_RETRIES("tcp_syn_retries", 6),
    /** How often a SYN-ACK is sent again before the attempt is forgotten. */
    SYN_ACK_RETRIES("tcp_synack_retries", 5),
    /** How often data is sent again before the connection fails. */
    RETRIES("tcp_retries2", 15),
    /** The same once the program has closed the socket; 0 stands for 8. */
    ORPHAN_RETRIES("tcp_orphan_retries", 0),
    /** The shortest retransmission time-out. */
    MIN_RTO("tcp_rto_min_us", 200_000, Unit.MICROSECOND),
    /** The longest retransmission time-out. */
    MAX_RTO("tcp_rto_max_ms", 120_000, Unit.MILLISECOND),
    /** How long an acknowledgment may wait for company. */
    DELAYED_ACK("", 40, Unit.MILLISECOND),
    /** How many of a connection's first acknowledgments do not wait. */
    QUICK_ACKS("", 16),
    /** From how many answers with data on a connection counts as a conversation, whose acknowledgments wait for data. */
    PINGPONG_THRESHOLD("tcp_pingpong_thresh", 1),
    /** How long selective acknowledgments may wait to be told together; 0 never. */
    COMPRESSED_SACK_DELAY("tcp_comp_sack_delay_ns", 1_000_000),
    /** How many of them may be. */
    COMPRESSED_SACKS("tcp_comp_sack_nr", 44),
    /** The least receive buffer, in bytes of memory. */
    RECEIVE_BUFFER_MIN("tcp_rmem", 4096),
    /** The receive buffer of a new socket, in bytes of memory; a window covers half of it. */
    RECEIVE_BUFFER("tcp_rmem", 131_072),
    /** The most that a receive buffer grows to. */
    RECEIVE_BUFFER_MAX("tcp_rmem", 6 << 20),
    /** The least send buffer, in bytes of memory. */
    SEND_BUFFER_MIN("tcp_wmem", 4096),
    /** The send buffer of a new socket, in bytes of memory. */
    SEND_BUFFER("tcp_wmem", 16_384),
    /** The most that a send buffer grows to. */
    SEND_BUFFER_MAX("tcp_wmem", 4 << 20),
    /** Receive buffers grow with what the program reads. */
    MODERATE_RECEIVE_BUFFER("tcp_moderate_rcvbuf", 1),
    /** A socket counts as writable as long as fewer bytes than this have not been sent. */
    NOT_SENT_LOW_WATER("tcp_notsent_lowat", 0xffff_ffffL),
    /** After how long a silence the first keep-alive probe is sent. */
    KEEP_ALIVE_IDLE("tcp_keepalive_time", 7200, Unit.SECOND),
    /** How long a probe waits for an answer. */
    KEEP_ALIVE_INTERVAL("tcp_keepalive_intvl", 75, Unit.SECOND),
    /** How many are sent before the connection fails. */
    KEEP_ALIVE_PROBES("tcp_keepalive_probes", 9),
    /** How long a closed socket waits in FIN-WAIT-2 for the peer's FIN. */
    FIN_WAIT("tcp_fin_timeout", 60, Unit.SECOND),
    /** How long a connection stays in TIME-WAIT: twice the maximum segment lifetime. */
    TIME_WAIT("", 60, Unit.SECOND),
    /** A new connection may take over from one in TIME-WAIT: 0 never, 1 always, 2 on the loopback only. */
    TIME_WAIT_REUSE("tcp_tw_reuse", 2),
    /** For how long a connection must have been in TIME-WAIT before this end may take over from it. */
    TIME_WAIT_REUSE_DELAY("tcp_tw_reuse_delay", 1000, Unit.MILLISECOND),
    /** TIME-WAIT is not cut short by RST (RFC 1337). */
    RFC1337("tcp_rfc1337", 0),
    /** The least time between two answers to segments out of the window. */
    INVALID_RATE_LIMIT("tcp_invalid_ratelimit", 500, Unit.MILLISECOND),
    /** The most challenges of RFC 5961 that a host sends in a second. */
    CHALLENGE_ACK_LIMIT("tcp_challenge_ack_limit", Integer.MAX_VALUE),
    /** Resets clients that the accept queue has no room for, where it otherwise waits for them to try again. */
    ABORT_ON_OVERFLOW("tcp_abort_on_overflow", 0),
    /** The most clients that may wait to be accepted, whatever a program asks for. */
    MOST_WAITING("somaxconn", 4096),
    /** The most clients whose handshakes are not done. */
    MOST_OPENING("tcp_max_syn_backlog", 1024),
    /** The least MSS that an ICMP message may bring about. */
    LEAST_SEGMENT("min_adv_mss", 48),
    /** Path MTU discovery: 0 as RFC 1191 says, 1 never, 2 likewise but not kept between connections. */
    NO_PATH_MTU_DISCOVERY("ip_no_pmtu_disc", 0);

    private static final class Unit {

        static final long MICROSECOND = 1_000;
        static final long MILLISECOND = 1_000_000;
        static final long SECOND = 1_000_000_000;
    }

    private final String sysctl;
    private final long standard;
    private final long unit;

    TcpSetting(String sysctl, long standard) {
        this(sysctl, standard, 1);
    }

    TcpSetting(String sysctl, long standard, long unit) {
        this.sysctl = sysctl;
        this.standard = standard * unit;
        this.unit = unit;
    }

    /** Its name in Linux without "net.ipv4.", empty if it has none there. A buffer's three sizes share one. */
    public String sysctl() {
        return sysctl;
    }

    /** Its value when nobody has tuned it. */
    public long standard() {
        return standard;
    }

    /** What one of Linux' units is here: nanoseconds for times, 1 for others. */
    long unit() {
        return unit;
    }
}
