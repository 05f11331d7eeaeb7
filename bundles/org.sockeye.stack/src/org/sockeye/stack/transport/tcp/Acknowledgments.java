package org.sockeye.stack.transport.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.transport.tcp.Recovery.Phase;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;
import org.sockeye.stack.wire.TcpOption.Sack;
import org.sockeye.stack.wire.TcpOption.Timestamps;

/**
 * What acknowledgments mean to the sender, step by step: what they take out of the flight, what round trip they measure,
 * what is lost, how the window changes, and what may be sent again.
 */
final class Acknowledgments {

    private final Connection connection;
    private final Sender sender;
    private final Flight flight;
    private final AckReport report = new AckReport();
    private long delivered;
    private long round;
    private long roundEnd;
    private boolean echoes;
    private int echo;

    Acknowledgments(Connection connection, Sender sender) {
        this.connection = connection;
        this.sender = sender;
        this.flight = sender.flight();
    }

    /** The SYN has been delivered. */
    void open() {
        delivered = 1;
        roundEnd = 1;
        if (sender.roundTrip().isKnown()) {
            sender.least().measured(sender.roundTrip().smoothed(), sender.now());
        }
    }

    /** How many segments have arrived, the SYN and needless ones included. */
    long delivered() {
        return delivered;
    }

    /** So many more have. */
    void delivered(int segments) {
        delivered += segments;
    }

    /** True if what is acknowledged echoes a time before anything was sent again. */
    boolean isEchoBefore(Undo undo) {
        return echoes && undo.isEarlier(echo);
    }

    /** The latest acknowledgment echoes a time before this segment was last sent. */
    private boolean isSentAgainNeedlessly(SentSegment segment) {
        return segment.everSentAgain() && echoes && echo - connection.clock().at(segment.sentAt()) < 0;
    }

    /**
     * Takes in an acknowledgment.
     *
     * @return true if something new is acknowledged
     */
    boolean take(Segment segment) {
        long before = sender.unacknowledged();
        long acknowledgment = segment.acknowledgment();
        report.begin(sender.next());
        report.advances = acknowledgment > before;
        report.hasPayload = segment.length() > 0;
        readEcho(segment.header());
        List<Sack.Block> blocks = sender.isSelective() ? blocks(segment.header()) : List.of();
        if (acknowledgment < before) {
            takeOld(acknowledgment, blocks);
            return false;
        }
        boolean outstanding = !flight.isEmpty();
        long ahead = sender.isSelective() ? flight.highestSelected(before) : before;
        long deliveredBefore = delivered;
        long lostBefore = flight.everLost();
        if (report.advances) {
            sender.timer().progress();
        }
        takeWindow(segment);
        sender.acknowledged(acknowledgment);
        take(blocks, acknowledgment, before);
        report.congestion = connection.agreement().ecn() && segment.has(TcpHeader.ECE) && !segment.has(TcpHeader.SYN);
        sender.zeroWindowProbe().answered();
        if (outstanding) {
            work(acknowledgment, before, ahead, deliveredBefore, lostBefore);
        } else {
            if (report.duplicates) {
                sender.recovery().acknowledged(report, before);
            }
            settleProbe(acknowledgment);
        }
        if (report.advances) {
            connection.changed();
        }
        return report.advances;
    }

    private void work(long acknowledgment, long before, long ahead, long deliveredBefore, long lostBefore) {
        cleanUp(acknowledgment, before, ahead, deliveredBefore);
        sender.losses().rack().adapt(report.deliveredBefore, delivered);
        settleProbe(acknowledgment);
        Resend resend = Resend.NOTHING;
        if (!report.isPlain() || sender.recovery().phase() != Phase.OPEN) {
            resend = sender.recovery().acknowledged(report, before);
        }
        if (report.setsTimer) {
            sender.timer().set();
        }
        adaptWindow((int) (delivered - deliveredBefore), (int) (flight.everLost() - lostBefore));
        send(resend);
    }

    /** An old acknowledgment, overtaken by a later one; what it says of later segments may still be news. */
    private void takeOld(long acknowledgment, List<Sack.Block> blocks) {
        if (!blocks.isEmpty()) {
            long deliveredBefore = delivered;
            long lostBefore = flight.everLost();
            take(blocks, acknowledgment, sender.unacknowledged());
            Resend resend = sender.recovery().acknowledged(report, sender.unacknowledged());
            adaptWindow((int) (delivered - deliveredBefore), (int) (flight.everLost() - lostBefore));
            send(resend);
        }
    }

    private void readEcho(TcpHeader header) {
        Timestamps stamps = connection.agreement().timestamps() ? TimestampClock.of(header) : null;
        echoes = stamps != null && stamps.echo() != 0;
        echo = stamps == null ? 0 : stamps.echo();
    }

    private static List<Sack.Block> blocks(TcpHeader header) {
        for (TcpOption option : header.options()) {
            if (option instanceof Sack sack) {
                return sack.blocks();
            }
        }
        return List.of();
    }

    private void takeWindow(Segment segment) {
        long before = sender.window().size();
        report.setsWindow = sender.window().update(segment, report.advances);
        if (sender.window().size() != before && sender.hasNew()) {
            sender.validation().restartAfterIdle();
        }
    }

    private void take(List<Sack.Block> blocks, long acknowledgment, long before) {
        if (blocks.isEmpty()) {
            return;
        }
        Losses losses = sender.losses();
        delivered += losses.scoreboard().take(blocks, acknowledgment,
                new Scoreboard.Bounds(connection.space(), before, sender.unacknowledged(), sender.next(),
                        sender.window().largest(), sender.segmentSize(), sender.recovery().point(),
                        sender.retransmitter().segments(), sender.now()),
                report);
        if (sender.recovery().phase() != Phase.LOSS || losses.undo().isPossible()) {
            seenReordering(report.reordered);
        }
    }

    private void seenReordering(long lowest) {
        long highest = flight.highestSelected(sender.unacknowledged());
        if (lowest < highest) {
            sender.losses().reordering().seen(highest - lowest, sender.segmentSize());
        }
    }

    private void settleProbe(long acknowledgment) {
        if (sender.losses().probe().acknowledged(acknowledgment, report)) {
            sender.recovery().probeMendedLoss();
        }
    }

    /** Takes what is acknowledged out of the flight, and measures the round trip. */
    private void cleanUp(long acknowledgment, long before, long ahead, long deliveredBefore) {
        boolean selected = flight.selected() > 0;
        long lowest = sender.next();
        while (!flight.isEmpty() && flight.oldest().end() <= acknowledgment) {
            SentSegment gone = flight.oldest();
            if (!gone.everSentAgain() && !gone.isSelected()) {
                lowest = Math.min(lowest, gone.start());
            }
            remove(gone);
        }
        SentSegment oldest = flight.isEmpty() ? null : flight.oldest();
        if (oldest != null) {
            oldest.trimBefore(acknowledgment);
            report.reneges = oldest.isSelected();
        }
        boolean runt = report.segments == 1 && !selected && acknowledgment - before < sender.segmentSize()
                && report.deliveredBefore + 1 == delivered && !report.selects && !report.duplicates
                && !report.congestion;
        boolean measured = measure(runt);
        if (report.acknowledges) {
            report.setsTimer = true;
            if (!sender.isSelective()) {
                sender.losses().acknowledgedWithout(report.segments);
                report.confirmsOriginal &= !report.acknowledgesAgain;
            } else if (lowest < ahead) {
                seenReordering(lowest);
            }
        } else if (measured && isHeadOlder(oldest)) {
            report.setsTimer = true;
        }
        if (sender.unacknowledged() > roundEnd) {
            round++;
            roundEnd = sender.next();
        }
        if (report.roundTrip != AckReport.NEVER) {
            sender.control().measured(sender.congestion(), report.roundTrip, round, sender.now());
        }
    }

    private void remove(SentSegment gone) {
        if (gone.everSentAgain()) {
            report.acknowledgesAgain = true;
        } else if (!gone.isSelected()) {
            report.lastAcknowledged = gone.sentAt();
            if (report.firstAcknowledged == AckReport.NEVER) {
                report.firstAcknowledged = gone.sentAt();
            }
            report.confirmsOriginal |= gone.end() <= sender.recovery().point();
        }
        if (sender.isSelective() && !gone.isSelected()) {
            delivered++;
            if (!isSentAgainNeedlessly(gone)) {
                sender.losses().rack().arrived(gone, sender.now());
            }
        }
        report.deliveredBefore = Math.max(report.deliveredBefore, gone.delivered());
        report.segments++;
        report.acknowledges = true;
        flight.removeOldest();
    }

    /** The time-out is not put off by measures of what was sent before the oldest was sent last. */
    private boolean isHeadOlder(@Nullable SentSegment oldest) {
        return oldest != null && report.firstSelected != AckReport.NEVER && report.firstSelected < oldest.sentAt();
    }

    /** True if there was something to measure. */
    private boolean measure(boolean runt) {
        long now = sender.now();
        long sample = AckReport.NEVER;
        if (report.firstAcknowledged != AckReport.NEVER && !report.acknowledgesAgain) {
            sample = now - report.firstAcknowledged;
            report.roundTrip = now - report.lastAcknowledged;
        }
        if (report.firstSelected != AckReport.NEVER) {
            sample = sample == AckReport.NEVER ? now - report.firstSelected : sample;
            report.roundTrip = now - report.lastSelected;
        }
        if (sample == AckReport.NEVER && echoes && report.acknowledges) {
            sample = connection.clock().since(echo);
            report.roundTrip = sample;
        }
        if (sample == AckReport.NEVER) {
            return false;
        }
        // The acknowledgment of a lone small segment may have been delayed by the peer.
        if (!runt || report.roundTrip <= sender.least().get()) {
            sender.least().measured(report.roundTrip, now);
        }
        sender.roundTrip().measured(sample, sender.unacknowledged(), sender.next());
        return true;
    }

    private void adaptWindow(int arrived, int lost) {
        Recovery recovery = sender.recovery();
        if (recovery.isReducing()) {
            recovery.reduction().acknowledged(sender.congestion(), flight.underWay(), arrived, lost, report.advances);
        } else if (arrived > 0 && sender.usage().isLimiting(sender.congestion()) && (report.acknowledges
                || report.selects && sender.losses().reordering().isHigh())) {
            sender.control().acknowledged(sender.congestion(), arrived, sender.now());
        }
    }

    private void send(Resend resend) {
        if (resend == Resend.NEW) {
            sender.transmit(false);
            if (sender.next() > sender.recovery().point()) {
                return;
            }
            sender.losses().timeoutProbe().end();
        }
        if (resend != Resend.NOTHING) {
            sender.retransmitter().sendLost(why());
        }
    }

    private String why() {
        if (sender.recovery().phase() == Phase.LOSS) {
            return "under way with one that was lost";
        }
        return sender.isSelective() ? "later ones arrived"
                : report.advances ? "the ACK covers only a part of what was under way" : "three duplicate ACKs";
    }
}
