package org.sockeye.stack.transport.tcp;

/** Finds losses: by time with SACK (RFC 8985), by duplicate acknowledgments without (RFC 5681, RFC 6582). */
final class Losses {

    private final Sender sender;
    private final Flight flight;
    private final Rack rack;
    private final Reordering reordering;
    private final TailLossProbe probe = new TailLossProbe();
    private final Undo undo = new Undo();
    private final Scoreboard scoreboard;
    private final TimeoutProbe timeoutProbe;

    Losses(Sender sender, TcpSettings settings) {
        this.sender = sender;
        this.flight = sender.flight();
        this.reordering = new Reordering(settings.count(TcpSetting.REORDERING),
                settings.count(TcpSetting.MAX_REORDERING));
        this.rack = new Rack(sender.least(), sender.roundTrip(), reordering);
        this.scoreboard = new Scoreboard(flight, rack, undo, probe);
        this.timeoutProbe = new TimeoutProbe(sender, settings.has(TcpSetting.FORWARD_RTO));
    }

    Rack rack() {
        return rack;
    }

    Reordering reordering() {
        return reordering;
    }

    TailLossProbe probe() {
        return probe;
    }

    Undo undo() {
        return undo;
    }

    Scoreboard scoreboard() {
        return scoreboard;
    }

    /** Whether the last time-out was spurious. */
    TimeoutProbe timeoutProbe() {
        return timeoutProbe;
    }

    /** What was sent again turned out to be needless. */
    boolean mayUndo(long point) {
        return undo.isConfirmed() || isDelayed(point);
    }

    /** What was acknowledged had but been late; {@code point} ends what had been sent when the loss was seen. */
    boolean isDelayed(long point) {
        if (!undo.isPossible()) {
            return false;
        }
        if (undo.isStamped()) {
            return sender.acknowledgments().isEchoBefore(undo);
        }
        return sender.isSelective() || sender.unacknowledged() < point;
    }

    /** A window is about to be reduced: what is sent again from now on may turn out to be needless. */
    void beginUndo() {
        boolean probed = probe.isUnderWay() && probe.isSentAgain();
        undo.begin(sender.unacknowledged(), flight.again() + (probed ? 1 : 0));
    }

    /**
     * Marks what is lost.
     *
     * @param recovering whether losses are being mended already
     * @param advances whether an acknowledgment came that acknowledges more
     * @return true if the timer now waits for reordering to be over
     */
    boolean identify(boolean recovering, boolean advances) {
        if (flight.isEmpty()) {
            return false;
        }
        if (sender.isSelective()) {
            return rack.takeAdvanced() && waitFor(rack.markLost(flight, recovering, sender.now()));
        }
        if (recovering ? advances && sender.recovery().phase() == Recovery.Phase.RECOVERY
                : flight.selected() >= reordering.degree()) {
            if (!flight.oldest().isLost()) {
                flight.markLost(flight.oldest());
            }
        }
        return false;
    }

    /** The time in which reordering was allowed for is over: marks what is lost by now. */
    void identifyByTime() {
        boolean recovering = sender.recovery().phase().compareTo(Recovery.Phase.RECOVERY) >= 0;
        rack.markLost(flight, recovering, sender.now());
    }

    private boolean waitFor(long wait) {
        if (wait > 0) {
            sender.timer().awaitReordering(wait);
        }
        return wait > 0;
    }

    /** Without SACK: a duplicate acknowledgment says that one more segment arrived. */
    void countDuplicate(boolean duplicate) {
        if (duplicate) {
            flight.selected(flight.selected() + 1);
            int before = flight.selected();
            limitDuplicates(0);
            sender.acknowledgments().delivered(Math.max(0, 1 - (before - flight.selected())));
        }
    }

    /** Without SACK: {@code segments} were acknowledged, one of them the one that was missing. */
    void acknowledgedWithout(int segments) {
        if (segments > 0) {
            sender.acknowledgments().delivered(Math.max(segments - flight.selected(), 1));
            flight.selected(Math.max(0, flight.selected() - (segments - 1)));
        }
        limitDuplicates(segments);
    }

    private void limitDuplicates(int acknowledged) {
        int holes = Math.min(Math.max(flight.lost(), 1), flight.size());
        if (flight.selected() + holes > flight.size()) {
            flight.selected(flight.size() - holes);
            reordering.seenAmong(flight.size() + acknowledged);
        }
    }

    /** No acknowledgment came in time: all is lost but what was sent so lately that it cannot be known yet. */
    void timedOut() {
        boolean reneged = flight.oldest().isSelected();
        if (reneged) {
            flight.forgetSelected();
            scoreboard.forget();
        } else if (!sender.isSelective()) {
            flight.selected(0);
        }
        for (int i = 0; i < flight.size(); i++) {
            SentSegment segment = flight.get(i);
            if (reneged || i == 0 || rack.remaining(segment, 0, sender.now()) <= 0) {
                flight.markLost(segment);
            }
        }
    }
}
