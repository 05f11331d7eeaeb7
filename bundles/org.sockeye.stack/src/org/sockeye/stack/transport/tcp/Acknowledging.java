package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.TimerEvent;

/**
 * When to acknowledge what arrived: at once, or a little later, in company of an answer (RFC 9293, section 3.8.6.3). At
 * the start of a connection, and after disorder, at once, so that the peer's window opens quickly; later every second full
 * segment, or after 40 ms. All as Linux does.
 */
final class Acknowledging {

    private final Surroundings surroundings;
    private final Alarm alarm;
    private int quick;
    private boolean interactive;
    private boolean immediate;
    private boolean due;
    private int largestSegment = Sender.DEFAULT_MAXIMUM_SEGMENT;
    private long acknowledged;
    private long lastArrival;

    /**
     * Nothing to acknowledge yet.
     *
     * @param delayed is run when an acknowledgment has waited long enough
     */
    Acknowledging(Surroundings surroundings, ConnectionKey key, Runnable delayed) {
        this.surroundings = surroundings;
        this.alarm = surroundings.alarm(key, TimerEvent.Kind.DELAYED_ACK, () -> {
            interactive = false;
            delayed.run();
        });
        this.quick = surroundings.settings().quickAcks();
        this.lastArrival = Long.MIN_VALUE / 2;
    }

    /** Payload arrived in order. */
    void arrived(int length) {
        due = true;
        largestSegment = Math.max(largestSegment, length);
        lastArrival = surroundings.now();
    }

    /** Something arrived that the peer should know of at once: disorder, or something old. */
    void atOnce() {
        immediate = true;
    }

    /** Something arrived out of order: acknowledgments do not wait for a while. */
    void disorder() {
        immediate = true;
        quick = surroundings.settings().quickAcks();
    }

    /** The peer has nothing more to say; the program's own last words are likely to follow soon. */
    void finArrived() {
        due = true;
        interactive = true;
    }

    /** True if an acknowledgment has to be sent now; otherwise one that is due is sent later. */
    boolean isNow(long next) {
        if (immediate || due && (quick > 0 && !interactive || next - acknowledged > largestSegment)) {
            return true;
        }
        if (due && !alarm.isSet()) {
            alarm.set(surroundings.settings().delayedAck());
        }
        return false;
    }

    /** A segment that acknowledges all before {@code next} has been sent. */
    void sent(long next, boolean withData) {
        if (withData && surroundings.now() - lastArrival < surroundings.settings().delayedAck()) {
            interactive = true;
        }
        if (due && quick > 0) {
            quick--;
        }
        acknowledged = next;
        immediate = false;
        due = false;
        alarm.cancel();
    }

    /** The number that was acknowledged last. */
    long acknowledged() {
        return acknowledged;
    }

    void cancel() {
        alarm.cancel();
    }
}
