package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;

/**
 * What congestion control is about, from acknowledgment to acknowledgment: whether something is lost, being mended, or was
 * not lost after all. The phases are those of Linux; with SACK losses are told by {@link Rack}, without by duplicate
 * acknowledgments (RFC 6582).
 */
final class Recovery {

    /** What congestion control is about; the ordinal is Linux' number. */
    enum Phase {
        /** Nothing is known to be lost. */
        OPEN,
        /** Something arrived out of order. */
        DISORDER,
        /** A router told of congestion (RFC 3168), or a probe mended a loss: the window shrinks. */
        CONGESTION_WINDOW_REDUCED,
        /** Losses are being mended while acknowledgments keep coming. */
        RECOVERY,
        /** Acknowledgments stayed out. */
        LOSS
    }

    private final Sender sender;
    private final Flight flight;
    private final Losses losses;
    private final CongestionWindow window;
    private final Reduction reduction = new Reduction();
    private Phase phase = Phase.OPEN;
    private long point;
    private boolean announces;

    Recovery(Sender sender, Losses losses, CongestionWindow window) {
        this.sender = sender;
        this.flight = sender.flight();
        this.losses = losses;
        this.window = window;
    }

    Phase phase() {
        return phase;
    }

    /** What had been sent when the last loss was seen ends before this number. */
    long point() {
        return point;
    }

    Reduction reduction() {
        return reduction;
    }

    boolean isReducing() {
        return phase == Phase.CONGESTION_WINDOW_REDUCED || phase == Phase.RECOVERY;
    }

    /** True once after a reduction, of which the peer is to be told with CWR (RFC 3168, section 6.1.2). */
    boolean takeAnnouncement() {
        boolean taken = announces;
        announces = false;
        return taken;
    }

    /** The slow start threshold that a pause leaves. */
    int currentThreshold() {
        return isReducing() ? window.threshold() : window.provenThreshold();
    }

    /**
     * An acknowledgment came that is not {@linkplain AckReport#isPlain() plain}, or came while not all was well.
     *
     * @param before the oldest number not acknowledged before
     */
    Resend acknowledged(AckReport report, long before) {
        boolean duplicate = report.isDuplicate();
        if (flight.isEmpty()) {
            flight.selected(0);
        }
        if (report.congestion) {
            losses.undo().threshold(0);
        }
        if (report.reneges && report.advances) {
            sender.timer().awaitReneging();
            report.setsTimer = false;
            return Resend.NOTHING;
        }
        if (phase == Phase.OPEN) {
            losses.undo().forgetStamp();
        } else if (sender.unacknowledged() >= point && leave()) {
            return Resend.NOTHING;
        }
        return switch (phase) {
            case RECOVERY -> recovering(report, before, duplicate);
            case LOSS -> afterTimeout(report, duplicate);
            default -> watching(report, duplicate);
        };
    }

    /** All that was sent when the phase began is acknowledged. True if this acknowledgment must not do more. */
    private boolean leave() {
        if (phase == Phase.CONGESTION_WINDOW_REDUCED) {
            // Held until something is acknowledged that was sent with CWR.
            if (sender.unacknowledged() != point) {
                endReduction();
                become(Phase.OPEN);
            }
        } else if (phase == Phase.RECOVERY) {
            if (!sender.isSelective()) {
                flight.selected(0);
            }
            if (tryUndoRecovery()) {
                return true;
            }
            endReduction();
        }
        return false;
    }

    private Resend watching(AckReport report, boolean duplicate) {
        if (!sender.isSelective()) {
            if (report.advances) {
                flight.selected(0);
            }
            losses.countDuplicate(duplicate);
        }
        if (phase == Phase.OPEN || phase == Phase.DISORDER) {
            tryUndoDuplicated();
        }
        identify(report);
        if (flight.lost() == 0) {
            tryToOpen(report.congestion);
            return Resend.NOTHING;
        }
        enterRecovery(report.congestion);
        return Resend.LOST;
    }

    private Resend recovering(AckReport report, long before, boolean duplicate) {
        if (!report.advances) {
            if (!sender.isSelective()) {
                losses.countDuplicate(duplicate);
            }
        } else if (losses.isDelayed(point)) {
            // The gap closed with what was but late. What has been sent again is waited for.
            losses.reordering().seen(flight.highestSelected(sender.unacknowledged()) - before, sender.segmentSize());
            if (flight.again() > 0) {
                return Resend.NOTHING;
            }
            if (!flight.isOldestSentAgain()) {
                losses.undo().forgetStamp();
            }
            undo(true);
            keepOpen();
        }
        if (tryUndoDuplicated()) {
            tryToOpen(report.congestion);
        }
        identify(report);
        if (phase != Phase.RECOVERY) {
            if (flight.lost() == 0) {
                return Resend.NOTHING;
            }
            enterRecovery(report.congestion);
        }
        return Resend.LOST;
    }

    private Resend afterTimeout(AckReport report, boolean duplicate) {
        Resend resend = mendTimeout(report, duplicate);
        identify(report);
        if (phase != Phase.OPEN && !report.losesAgain) {
            return resend;
        }
        return watching(report, duplicate);
    }

    /** The acknowledgments after a time-out tell whether it was spurious (RFC 5682, section 3.1). */
    private Resend mendTimeout(AckReport report, boolean duplicate) {
        boolean recovered = sender.unacknowledged() >= point;
        if (report.advances && tryUndoTimeout(false)) {
            return Resend.NOTHING;
        }
        switch (losses.timeoutProbe().acknowledged(report, duplicate, point)) {
            case SPURIOUS -> {
                tryUndoTimeout(true);
                return Resend.NOTHING;
            }
            case ADVANCED -> {
                point = sender.next();
                if (sender.maySendNew()) {
                    return Resend.NEW;
                }
                losses.timeoutProbe().end();
            }
            case UNKNOWN -> {
                // Mended as if the loss were real.
            }
        }
        if (recovered) {
            tryUndoRecovery();
            return Resend.NOTHING;
        }
        if (!sender.isSelective()) {
            if (sender.next() > point && duplicate) {
                losses.countDuplicate(true);
            } else if (report.advances) {
                flight.selected(0);
            }
        }
        return Resend.LOST;
    }

    private void identify(AckReport report) {
        int before = flight.again();
        if (losses.identify(phase.compareTo(Phase.RECOVERY) >= 0, report.advances)) {
            report.setsTimer = false;
        }
        report.losesAgain |= sender.isSelective() && before > flight.again();
    }

    /** Losses were found when the time of reordering was over. */
    void lostByTime(int found) {
        if (phase != Phase.RECOVERY) {
            enterRecovery(false);
            reduction.acknowledged(window, flight.underWay(), 1, found, false);
        }
    }

    private void enterRecovery(boolean congestion) {
        losses.beginUndo();
        if (!isReducing()) {
            if (!congestion) {
                losses.undo().threshold(currentThreshold());
            }
            beginReduction();
        }
        become(Phase.RECOVERY);
    }

    private void beginReduction() {
        point = sender.next();
        losses.probe().forget();
        window.restartCount();
        reduction.begin(window.size());
        window.threshold(sender.control().thresholdAfterLoss(window));
        announces = true;
    }

    /** A router told of congestion. */
    private void enterReduced() {
        losses.undo().threshold(0);
        if (phase.compareTo(Phase.CONGESTION_WINDOW_REDUCED) < 0) {
            losses.undo().end();
            beginReduction();
            become(Phase.CONGESTION_WINDOW_REDUCED);
        }
    }

    /** The tail loss probe mended a loss: congestion that nothing else will tell of. */
    void probeMendedLoss() {
        beginReduction();
        become(Phase.CONGESTION_WINDOW_REDUCED);
        endReduction();
        keepOpen();
    }

    private void endReduction() {
        if (window.threshold() < CongestionWindow.UNKNOWN
                && (phase == Phase.CONGESTION_WINDOW_REDUCED || losses.undo().isPossible())) {
            window.size(window.threshold());
            sender.usage().restart(sender.now());
        }
    }

    /**
     * No acknowledgment came in time.
     *
     * @param retries how often that has happened in a row
     */
    void timedOut(int retries) {
        boolean isNew = phase.compareTo(Phase.RECOVERY) < 0;
        losses.timedOut();
        if (phase.compareTo(Phase.DISORDER) <= 0 || point <= sender.unacknowledged()
                || phase == Phase.LOSS && retries == 0) {
            losses.undo().threshold(currentThreshold());
            reduction.before(window.size());
            window.threshold(sender.control().thresholdAfterLoss(window));
            losses.beginUndo();
        }
        window.size(flight.underWay() + 1);
        window.restartCount();
        sender.usage().restart(sender.now());
        if (phase.compareTo(Phase.DISORDER) <= 0) {
            losses.reordering().overestimated(flight.selected());
        }
        become(Phase.LOSS);
        sender.control().timedOut();
        point = sender.next();
        losses.probe().forget();
        announces = true;
        losses.timeoutProbe().begin(isNew || retries > 0);
    }

    /** Segments were too large for the path: they are sent again, which says nothing of congestion. */
    void pathShrank() {
        if (phase != Phase.LOSS) {
            point = sender.next();
            window.threshold(currentThreshold());
            losses.undo().end();
            become(Phase.LOSS);
        }
    }

    private boolean tryUndoTimeout(boolean spurious) {
        if (!spurious && !losses.mayUndo(point)) {
            return false;
        }
        undo(true);
        sender.timer().progress();
        if (!holdsBack() && (spurious || sender.isSelective())) {
            become(Phase.OPEN);
        }
        return true;
    }

    /** True if the phase must be held until more is acknowledged. */
    private boolean tryUndoRecovery() {
        if (losses.mayUndo(point)) {
            undo(false);
        } else {
            losses.rack().recovered(false);
        }
        if (holdsBack()) {
            return true;
        }
        become(Phase.OPEN);
        return false;
    }

    private boolean tryUndoDuplicated() {
        if (!losses.undo().isConfirmed()) {
            return false;
        }
        losses.rack().recovered(true);
        undo(false);
        return true;
    }

    /** Without SACK, what is left of the flight may cause duplicates that mean no new loss (RFC 6582, section 4). */
    private boolean holdsBack() {
        if (sender.isSelective() || sender.unacknowledged() != point) {
            return false;
        }
        if (!flight.isOldestSentAgain()) {
            losses.undo().forgetStamp();
        }
        return true;
    }

    private void undo(boolean nothingLost) {
        if (nothingLost) {
            flight.forgetLosses();
        }
        announces &= !reduction.takeBack(window, sender.control(), losses.undo().threshold());
        sender.usage().restart(sender.now());
        losses.undo().end();
        losses.rack().lookAgain();
    }

    private void tryToOpen(boolean congestion) {
        if (!flight.isOldestSentAgain()) {
            losses.undo().forgetStamp();
        }
        if (congestion) {
            enterReduced();
        }
        if (phase != Phase.CONGESTION_WINDOW_REDUCED) {
            keepOpen();
        }
    }

    private void keepOpen() {
        boolean open = flight.selected() + flight.lost() == 0 && !flight.isOldestSentAgain();
        Phase next = open ? Phase.OPEN : Phase.DISORDER;
        if (phase != next) {
            become(next);
            point = sender.next();
        }
    }

    private void become(Phase next) {
        phase = next;
    }
}
