package org.sockeye.stack.transport.tcp;

/** Sends segments again: those that are lost, when acknowledgments or timers let them go. */
final class Retransmitter {

    private final Connection connection;
    private final Sender sender;
    private final Flight flight;
    private long segments;
    private long bytes;

    Retransmitter(Connection connection, Sender sender) {
        this.connection = connection;
        this.sender = sender;
        this.flight = sender.flight();
    }

    /** How many segments have been sent again. */
    long segments() {
        return segments;
    }

    /** How many bytes have been. */
    long bytes() {
        return bytes;
    }

    /** Sends what is lost as far as the congestion window goes, the oldest first. */
    void sendLost(String why) {
        boolean restarts = false;
        while (flight.underWay() < sender.congestion().size()) {
            SentSegment lost = flight.nextLost();
            if (lost == null || !sendAgain(lost, why)) {
                break;
            }
            if (sender.recovery().isReducing()) {
                sender.recovery().reduction().sent(1);
            }
            restarts |= lost == flight.oldest() && !sender.timer().isAwaitingReordering();
        }
        if (restarts) {
            sender.timer().restart();
        }
    }

    /** No acknowledgment came in time: the oldest goes again. */
    void timedOut(int retries, String why) {
        sender.recovery().timedOut(retries);
        sendAgain(flight.oldest(), why);
    }

    private boolean sendAgain(SentSegment segment, String why) {
        if (!put(segment, why)) {
            return false;
        }
        flight.countAgain(segment);
        sender.losses().undo().sentAgain(connection.clock().value());
        return true;
    }

    /** Acknowledgments have stayed out for two round trips: sends something that asks for one. */
    void sendProbe() {
        TailLossProbe probe = sender.losses().probe();
        if (!probe.isUnderWay()) {
            boolean isNew = sender.hasNew() && sender.sendProbe();
            if (isNew || put(flight.newest(), "a probe, as no ACK came for two round trips")) {
                probe.sent(sender.next(), !isNew);
                sender.timer().forget();
            }
        }
        sender.timer().rearm();
    }

    /** The time in which reordering was allowed for is over. */
    void reorderingOver() {
        int before = flight.underWay();
        long lost = flight.everLost();
        sender.losses().identifyByTime();
        if (before != flight.underWay()) {
            sender.recovery().lostByTime((int) (flight.everLost() - lost));
            sendLost("later ones arrived");
        }
        if (!sender.timer().isAwaitingAcknowledgment()) {
            sender.timer().rearm();
        }
    }

    /** Small segments behind a small one go again with it, as far as they fit into one and no record ends between them. */
    private void fill(SentSegment segment, int limit) {
        int index = flight.indexBehind(segment.start());
        long most = Math.min(limit, sender.buffer().end(segment.start()) - segment.start());
        while (index + 1 < flight.size() && !segment.fin() && !flight.get(index + 1).isSelected()
                && segment.payload() + flight.get(index + 1).payload() <= most) {
            flight.merge(index);
        }
    }

    private boolean put(SentSegment segment, String why) {
        long room = sender.windowEnd() - segment.start();
        if (room <= 0) {
            if (segment.start() != sender.unacknowledged()) {
                return false;
            }
            // A window that was shut on what is under way: asks whether it is open again.
            room = sender.segmentSize();
        }
        int limit = (int) Math.min(room, sender.segmentSize());
        if (segment.payload() > limit) {
            flight.split(flight.indexBehind(segment.start()), limit);
        } else if (segment.payload() < sender.segmentSize()) {
            fill(segment, limit);
        }
        connection.note("retransmitted: " + why);
        sender.send(segment, 0);
        flight.sendAgain(segment, sender.now(), sender.acknowledgments().delivered());
        segments++;
        bytes += segment.payload();
        return true;
    }
}
