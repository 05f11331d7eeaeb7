package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.TimerEvent;
import org.sockeye.stack.wire.TcpHeader;

/**
 * When to acknowledge what arrived: at once, or a little later, in company of an answer (RFC 9293, section 3.8.6.3). At
 * the start of a connection, and after disorder, at once, so that the peer's window opens quickly; later every second full
 * segment, or after a time that follows the pace of arrivals. All as Linux does.
 */
final class Acknowledging {

    private static final int LEAST_SEGMENT = 88;
    private static final long TICK = 1_000_000L;
    private static final long LONGEST_DELAY = 200_000_000L;
    private static final long LONGEST_QUIET_DELAY = 500_000_000L;
    private static final int MOST_CONVERSATION = 255;

    private final Connection connection;
    private final ReceiveWindow window;
    private final Alarm alarm;
    private final SackCompression compression;
    private final long shortest;
    private int largestSegment;
    private int lastSmall;
    private int quick;
    private int conversation;
    private long delay;
    private long lastArrival;
    private boolean scheduled;
    private boolean immediate;
    private boolean pushed;
    private boolean pushedTwice;

    /** Nothing to acknowledge yet. */
    Acknowledging(Connection connection, ReceiveWindow window) {
        this.connection = connection;
        this.window = window;
        this.shortest = connection.surroundings().settings().delayedAck();
        this.alarm = connection.surroundings().alarm(connection.key(), TimerEvent.Kind.DELAYED_ACK, this::delayed);
        this.compression = new SackCompression(connection);
        this.lastArrival = connection.surroundings().now();
    }

    /** The peer sends segments up to so large, for all that is known yet. */
    void open(int segment) {
        long hint = Math.min(Math.min(segment, window.size() / 2), Sender.DEFAULT_MAXIMUM_SEGMENT);
        largestSegment = (int) Math.max(hint, LEAST_SEGMENT);
    }

    /** The connection stands: pauses count from now on. */
    void established() {
        lastArrival = connection.surroundings().now();
    }

    /** The largest segment that the peer sends. */
    int largestSegment() {
        return largestSegment;
    }

    /** Nanoseconds since the start of the run when payload arrived last, or else when the connection was established. */
    long lastArrival() {
        return lastArrival;
    }

    /** How long one waits. */
    long delay() {
        return delay;
    }

    /**
     * Payload arrived in order.
     *
     * @return true if that is the largest segment that the peer sends, and was not known to be
     */
    boolean arrived(Segment segment) {
        scheduled = true;
        boolean measured = measure(segment);
        long now = connection.surroundings().now();
        long timeout = connection.sender().roundTrip().timeout();
        long pause = now - lastArrival;
        if (delay == 0) {
            hurry();
            delay = shortest;
        } else if (pause <= shortest / 2) {
            delay = delay / 2 + shortest / 2;
        } else if (pause < delay) {
            delay = Math.min(delay / 2 + pause, timeout);
        } else if (pause > timeout) {
            // So long a pause that the peer starts slowly again.
            hurry();
        }
        lastArrival = now;
        return measured;
    }

    /** Learns how large the peer's segments are; returns true if that changes what is known. */
    boolean measure(Segment segment) {
        int length = connection.agreement().partOf(segment.payloadLength());
        int before = lastSmall;
        lastSmall = 0;
        if (length >= largestSegment) {
            boolean other = length != largestSegment;
            largestSegment = Math.min(length, connection.agreement().maximumSegment());
            pushed |= segment.has(TcpHeader.PSH);
            return other;
        }
        int header = segment.header().headerLength();
        if (length + header >= Sender.DEFAULT_MAXIMUM_SEGMENT + TcpHeader.LENGTH
                || length + header >= LEAST_SEGMENT + TcpHeader.LENGTH && !segment.has(TcpHeader.PSH | TcpHeader.FIN)) {
            lastSmall = length;
            if (length == before) {
                largestSegment = length;
                return false;
            }
        }
        pushedTwice |= pushed;
        pushed = true;
        return false;
    }

    private void hurry() {
        long segments = Math.max(2, window.size() / (2L * largestSegment));
        quick = (int) Math.max(quick, Math.min(segments, connection.surroundings().settings().quickAcks()));
    }

    /** Something arrived that should be acknowledged, be it later. */
    void schedule() {
        scheduled = true;
    }

    /** Something waits to be acknowledged. */
    boolean isScheduled() {
        return scheduled;
    }

    /** Something arrived that the peer should know of at once, once. */
    void atOnce() {
        scheduled = true;
        immediate = true;
    }

    /** Something old or out of the window arrived: acknowledgments do not wait for a while. */
    void disorder() {
        hurry();
        conversation = 0;
        delay = shortest;
        scheduled = true;
    }

    /** The window may grow: the next acknowledgment tells the peer soon. */
    void grew() {
        quick |= 1;
    }

    /** A mark of congestion arrived, or stopped: the next two acknowledgments hurry. */
    void hasten() {
        quick = Math.max(quick, 2);
        conversation = 0;
        delay = shortest;
    }

    /** Acknowledgments wait for answers of the program (TCP_QUICKACK 0), or do not for now. */
    void converse(boolean converses) {
        conversation = converses ? threshold() : 0;
    }

    /** The peer has nothing more to say; the program's own last words are likely to follow soon. */
    void finArrived() {
        scheduled = true;
        conversation = threshold();
    }

    /** True if an acknowledgment has to be sent now; otherwise one that is due is sent later. */
    boolean isNow(long next, int unread, boolean gap) {
        if (!scheduled) {
            return false;
        }
        boolean two = next - window.acknowledged() > largestSegment
                && (unread == 0 || wanted() >= window.size());
        if (two || isQuick() || immediate) {
            return true;
        }
        if (gap) {
            return !connection.agreement().selective() || compression.isNow(next);
        }
        return waits(connection.surroundings().now());
    }

    /** True if the program, which has just read, should send an acknowledgment that was waiting. */
    boolean isNowRead(long next, boolean emptied) {
        return scheduled && (next - window.acknowledged() > largestSegment
                || emptied && (pushedTwice || pushed && !isConversation()));
    }

    private long wanted() {
        if (window.isTight()) {
            quick = 0;
        }
        return window.wanted(largestSegment);
    }

    private boolean isQuick() {
        return quick > 0 && !isConversation();
    }

    private boolean isConversation() {
        return conversation >= threshold();
    }

    private int threshold() {
        return connection.surroundings().settings().count(TcpSetting.PINGPONG_THRESHOLD);
    }

    private boolean waits(long now) {
        long wait = delay;
        if (wait > shortest) {
            long most = isConversation() || pushed ? LONGEST_DELAY : LONGEST_QUIET_DELAY;
            RoundTrip trip = connection.sender().roundTrip();
            if (trip.isKnown()) {
                most = Math.min(most, Math.max(trip.smoothed(), shortest));
            }
            wait = Math.min(wait, most);
        }
        wait = Math.clamp(wait, TICK, LONGEST_DELAY);
        if (alarm.isSet() && alarm.due() <= now + wait / 4) {
            return true;
        }
        if (!alarm.isSet() || now + wait < alarm.due()) {
            alarm.set(wait);
        }
        return false;
    }

    private void delayed() {
        if (!scheduled) {
            return;
        }
        if (isConversation()) {
            conversation = 0;
            delay = shortest;
        } else {
            delay = Math.min(delay * 2, connection.sender().roundTrip().timeout());
        }
        connection.sendAcknowledgment();
    }

    /** A segment that acknowledges all that arrived has been sent. */
    void sent(boolean withData) {
        if (window.isTight()) {
            quick = 0;
        }
        if (quick > 0 && scheduled && --quick == 0) {
            delay = shortest;
        }
        if (withData && connection.surroundings().now() - lastArrival < delay) {
            conversation = Math.min(conversation + 1, MOST_CONVERSATION);
        }
        immediate = false;
        scheduled = false;
        pushed = false;
        pushedTwice = false;
        alarm.cancel();
        compression.told();
    }

    void cancel() {
        alarm.cancel();
        compression.told();
    }
}
