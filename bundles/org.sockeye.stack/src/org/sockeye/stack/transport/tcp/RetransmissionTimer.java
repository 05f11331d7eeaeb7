package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.trace.TimerEvent;

/**
 * Waits for acknowledgments. One timer waits for one of three things: for reordering to be over, for the time of a tail
 * loss probe (both RFC 8985), or else for the retransmission time-out (RFC 6298, section 5).
 */
final class RetransmissionTimer {

    private static final long SLACK = 2_000_000;
    private static final long RENEGING = 10_000_000;
    private static final int PROBES_FROM = 3;

    private enum Awaited {
        NOTHING, ACKNOWLEDGMENT, PATIENCE, PROBE, REORDERING
    }

    private final Connection connection;
    private final Sender sender;
    private final Alarm alarm;
    private final boolean probes;
    private Awaited awaited = Awaited.NOTHING;
    private int retries;
    private long since;

    RetransmissionTimer(Connection connection, Sender sender) {
        this.connection = connection;
        this.sender = sender;
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.RETRANSMISSION, this::expired);
        this.probes = connection.surroundings().settings().get(TcpSetting.EARLY_RETRANSMIT) >= PROBES_FROM;
    }

    /** How many time-outs there have been in a row. */
    int retries() {
        return retries;
    }

    /** The peer acknowledged something new, or the time-outs turned out to be none. */
    void progress() {
        retries = 0;
    }

    boolean isAwaitingAcknowledgment() {
        return awaited == Awaited.ACKNOWLEDGMENT || awaited == Awaited.PATIENCE;
    }

    boolean isAwaitingReordering() {
        return awaited == Awaited.REORDERING;
    }

    /** Something was acknowledged: waits anew, for a probe if one may be sent. */
    void set() {
        if (!awaitProbe(true)) {
            rearm();
        }
    }

    /** A new segment was sent; {@code first} if nothing else is under way. */
    void sentNew(boolean first) {
        if (first || awaited == Awaited.PROBE) {
            rearm();
        }
    }

    /** Waits for the retransmission time-out, from now on, or from when the oldest segment was sent. */
    void rearm() {
        if (sender.flight().isEmpty()) {
            stop();
        } else if (awaited == Awaited.PROBE || awaited == Awaited.REORDERING) {
            start(Awaited.ACKNOWLEDGMENT, Math.max(1, remaining()));
        } else {
            restart();
        }
    }

    /** Waits for the whole retransmission time-out from now on. */
    void restart() {
        start(Awaited.ACKNOWLEDGMENT, sender.roundTrip().timeout());
    }

    /** Waits for a while other than the time-out. */
    void await(long delay) {
        start(Awaited.ACKNOWLEDGMENT, delay);
    }

    /** A peer that gave up what it had may yet acknowledge it: waits for that a little. */
    void awaitReneging() {
        await(Math.max(sender.roundTrip().smoothed() / 2, RENEGING));
    }

    /** Waits until reordering is over. */
    void awaitReordering(long delay) {
        start(Awaited.REORDERING, delay + SLACK);
    }

    /**
     * Waits for the time of a tail loss probe, if one makes sense now.
     *
     * @param advancing whether the retransmission time-out begins anew
     * @return false if none does
     */
    boolean awaitProbe(boolean advancing) {
        Recovery.Phase phase = sender.recovery().phase();
        if (!probes || sender.flight().isEmpty() || !sender.isSelective()
                || phase != Recovery.Phase.OPEN && phase != Recovery.Phase.CONGESTION_WINDOW_REDUCED) {
            return false;
        }
        long delay = TailLossProbe.delay(sender.roundTrip(), sender.flight().size());
        long limit = advancing ? sender.roundTrip().timeout() : remaining();
        start(Awaited.PROBE, limit > 0 ? Math.min(delay, limit) : delay);
        return true;
    }

    /** How long it is until the retransmission time-out. */
    private long remaining() {
        return sender.flight().oldest().sentAt() + sender.roundTrip().timeout() - sender.now();
    }

    private void start(Awaited what, long delay) {
        awaited = what;
        alarm.kind(switch (what) {
            case PROBE -> TimerEvent.Kind.TAIL_LOSS_PROBE;
            case REORDERING -> TimerEvent.Kind.REORDERING;
            case PATIENCE -> TimerEvent.Kind.USER_TIMEOUT;
            case ACKNOWLEDGMENT, NOTHING -> TimerEvent.Kind.RETRANSMISSION;
        });
        alarm.set(delay);
    }

    /** Waits for nothing, as if it had not been set. */
    void forget() {
        awaited = Awaited.NOTHING;
    }

    void stop() {
        awaited = Awaited.NOTHING;
        alarm.cancel();
    }

    private void expired() {
        switch (awaited) {
            case PROBE -> sender.retransmitter().sendProbe();
            case REORDERING -> sender.retransmitter().reorderingOver();
            case ACKNOWLEDGMENT, PATIENCE -> timedOut();
            case NOTHING -> {
                // Nothing is under way.
            }
        }
        connection.chronicle().look();
    }

    private void timedOut() {
        TcpSettings settings = connection.surroundings().settings();
        int limit = connection.isOrphan() ? settings.orphanRetries() : settings.retries();
        long patience = connection.socket().options().userTimeout();
        boolean over = patience == 0 ? retries >= limit && !connection.isHeldByPeer()
                : retries > 0 && sender.now() - since >= patience;
        if (over) {
            connection.fail(Errno.ETIMEDOUT);
            return;
        }
        long waited = sender.now() - sender.flight().oldest().sentAt();
        sender.retransmitter().timedOut(retries, "no ACK for " + waited / 1_000_000 + " ms");
        since = retries == 0 ? sender.now() : since;
        retries++;
        sender.roundTrip().backOff();
        long timeout = sender.roundTrip().timeout();
        long left = since + patience - sender.now();
        if (patience == 0 || left >= timeout) {
            await(timeout);
        } else {
            start(Awaited.PATIENCE, Math.max(left, 1_000_000L));
        }
    }
}
