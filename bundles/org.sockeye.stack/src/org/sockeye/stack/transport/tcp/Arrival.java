package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.TcpHeader;

/**
 * What a segment does to a connection, in the order of RFC 9293, section 3.10.7: is it in the window, RST, SYN, the
 * acknowledgment, the payload, FIN. Blind attacks meet the challenges of RFC 5961.
 */
final class Arrival {

    private final Connection connection;
    private long lastChallenge = Long.MIN_VALUE / 2;

    Arrival(Connection connection) {
        this.connection = connection;
    }

    void process(TcpHeader header, Content content, int congestion) {
        long acknowledgment = connection.space().unwrap(header.acknowledgment(), connection.sender().unacknowledged());
        if (connection.state() == State.SYN_SENT) {
            inSynSent(header, acknowledgment);
        } else {
            Receiver receiver = connection.receiver();
            long sequence = receiver.space().unwrap(header.sequence(), receiver.next());
            synchronizing(new Segment(sequence, acknowledgment, header, content, congestion), receiver);
        }
    }

    private void inSynSent(TcpHeader header, long acknowledgment) {
        boolean acknowledges = header.has(TcpHeader.ACK);
        if (acknowledges && acknowledgment != 1) {
            if (!header.has(TcpHeader.RST)) {
                connection.sendResetFor(header);
            }
        } else if (header.has(TcpHeader.RST)) {
            if (acknowledges) {
                connection.fail(Errno.ECONNREFUSED);
            }
        } else if (header.has(TcpHeader.SYN)) {
            if (acknowledges) {
                connection.createReceiver(header);
                connection.established(header);
                connection.sendAcknowledgment();
            } else {
                connection.synArrived(header);
            }
        }
    }

    private void synchronizing(Segment segment, Receiver receiver) {
        State state = connection.state();
        boolean opening = state == State.SYN_RECEIVED && segment.has(TcpHeader.SYN) && segment.sequence() == 0;
        if (opening && !segment.has(TcpHeader.ACK)) {
            connection.handshake().repeat();
        } else if (!segment.has(TcpHeader.RST) && connection.agreement().timestamps()
                && connection.clock().isOld(segment.header())) {
            connection.note("ignored: the timestamp is older than one seen before");
            refuse(segment);
        } else if (!opening && !receiver.isAcceptable(segment)) {
            if (segment.has(TcpHeader.SYN)) {
                challenge(segment);
            } else if (!segment.has(TcpHeader.RST)) {
                refuse(segment);
            } else if (isBelated(segment, receiver)) {
                reset(segment, receiver);
            }
        } else if (segment.has(TcpHeader.RST)) {
            reset(segment, receiver);
        } else if (segment.has(TcpHeader.SYN) && !opening) {
            challenge(segment);
        } else if (segment.has(TcpHeader.ACK)) {
            connection.keepAlive().heard();
            acknowledged(segment, receiver);
        }
    }

    /** Only an exact hit resets; a near miss may be an attacker's guess, and is asked for proof (RFC 5961, section 3.2). */
    private void reset(Segment segment, Receiver receiver) {
        if (!receiver.isReset(segment.sequence()) && !isBelated(segment, receiver)) {
            challenge(segment);
            return;
        }
        switch (connection.state()) {
            case SYN_RECEIVED -> connection.fail(Errno.ECONNREFUSED);
            case CLOSE_WAIT -> connection.fail(Errno.EPIPE);
            case CLOSING, LAST_ACK, TIME_WAIT -> connection.become(State.CLOSED);
            default -> connection.fail(Errno.ECONNRESET);
        }
    }

    /** A reset sent before the peer knew that its FIN had been acknowledged. */
    private boolean isBelated(Segment segment, Receiver receiver) {
        return segment.sequence() == receiver.next() - 1 && switch (connection.state()) {
            case CLOSE_WAIT, LAST_ACK, CLOSING -> true;
            default -> false;
        };
    }

    private void acknowledged(Segment segment, Receiver receiver) {
        Sender sender = connection.sender();
        long acknowledgment = segment.acknowledgment();
        if (connection.state() == State.SYN_RECEIVED) {
            if (acknowledgment != 1) {
                connection.sendResetFor(segment.header());
                return;
            } else if (connection.handshake().defers(segment) || !connection.established(segment.header())) {
                return;
            }
        }
        if (acknowledgment > sender.next() && connection.state() == State.ESTABLISHED) {
            return;
        } else if (acknowledgment > sender.next()
                || acknowledgment < sender.unacknowledged() - sender.window().largest()) {
            challenge(segment);
            return;
        }
        if (acknowledgment >= sender.unacknowledged()) {
            connection.clock().heard(segment, receiver.window().acknowledged());
        }
        boolean advanced = sender.acknowledge(segment);
        if (advanced && sender.isFinAcknowledged()) {
            connection.become(connection.state().afterFinAcknowledged());
        }
        if (connection.state() == State.TIME_WAIT) {
            inTimeWait(segment);
        } else if (connection.state() != State.CLOSED) {
            content(segment, receiver);
        }
        if (advanced) {
            sender.sendSpace().follow();
        }
    }

    private void inTimeWait(Segment segment) {
        if (segment.has(TcpHeader.FIN)) {
            connection.restartTimeWait();
        }
        if (segment.length() > 0) {
            connection.sendAcknowledgment();
        }
    }

    private void content(Segment segment, Receiver receiver) {
        State state = connection.state();
        if (connection.isOrphan() && segment.payloadLength() > 0
                && segment.sequence() + segment.payloadLength() > receiver.next()) {
            connection.note("reset: data for a socket that is closed");
            connection.sendResetFor(segment.header());
            connection.become(State.CLOSED);
            return;
        }
        boolean fin = false;
        if (segment.payloadLength() > 0 || segment.has(TcpHeader.FIN)) {
            boolean news = receiver.take(segment);
            fin = state.canReceive() && receiver.isAtFin();
            if (news) {
                connection.changed();
            }
        }
        if (fin) {
            // All is there: what arrived twice is of no interest any more.
            receiver.blocks().forgetDuplicate();
            receiver.acknowledging().finArrived();
            State next = state.afterFinReceived();
            if (next != State.CLOSE_WAIT) {
                receiver.acknowledging().atOnce();
            }
            connection.become(next);
        }
        if (connection.state() != State.TIME_WAIT) {
            connection.sender().transmit();
        }
        if (receiver.owesAcknowledgment()) {
            connection.sendAcknowledgment();
        }
    }

    /** What may be an attacker's guess is asked for proof; the host as a whole does so only so often (RFC 5961, section 7). */
    private void challenge(Segment segment) {
        if (mayAnswer(segment) && connection.surroundings().challenges().take()) {
            answer(segment);
        }
    }

    /** What lies outside the window is told where the window is. */
    private void refuse(Segment segment) {
        if (mayAnswer(segment)) {
            answer(segment);
        }
    }

    /** So that two confused ends do not shout forever. */
    private boolean mayAnswer(Segment segment) {
        if (segment.length() == 0 || segment.has(TcpHeader.SYN) || segment.has(TcpHeader.RST)) {
            long now = connection.surroundings().now();
            if (now - lastChallenge < connection.surroundings().settings().get(TcpSetting.INVALID_RATE_LIMIT)) {
                return false;
            }
            lastChallenge = now;
        }
        return true;
    }

    private void answer(Segment segment) {
        if (connection.state() == State.TIME_WAIT) {
            inTimeWait(segment);
        } else {
            connection.receiver().refused(segment);
            connection.sendAcknowledgment();
        }
    }
}
