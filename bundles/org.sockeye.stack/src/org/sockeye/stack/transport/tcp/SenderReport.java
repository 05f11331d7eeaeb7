package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;

/** What the sending half of a connection knows about itself. */
final class SenderReport {

    private SenderReport() {
    }

    static void tell(Sender sender, KeepAlive keepAlive, TcpInfo info) {
        RoundTrip roundTrip = sender.roundTrip();
        Flight flight = sender.flight();
        Losses losses = sender.losses();
        sender.chronograph().tell(info, sender.now());
        info.put(Field.SND_MSS, sender.segmentSize());
        info.put(Field.SND_WND, sender.window().size());
        info.put(Field.SND_CWND, sender.congestion().size());
        info.put(Field.SND_SSTHRESH, sender.congestion().threshold());
        info.put(Field.CA_STATE, sender.recovery().phase().ordinal());
        info.put(Field.RETRANSMITS, sender.timer().retries());
        info.put(Field.BACKOFF, roundTrip.doublings());
        info.put(Field.PROBES, Math.max(sender.zeroWindowProbe().unanswered(), keepAlive.unanswered()));
        info.put(Field.UNACKED, flight.size());
        info.put(Field.SACKED, flight.selected());
        info.put(Field.LOST, flight.lost());
        info.put(Field.RETRANS, flight.again());
        info.put(Field.REORDERING, losses.reordering().degree());
        info.put(Field.REORD_SEEN, losses.reordering().seen());
        info.put(Field.DSACK_DUPS, losses.scoreboard().duplicates());
        info.put(Field.TOTAL_RETRANS, sender.retransmitter().segments());
        info.put(Field.BYTES_RETRANS, sender.retransmitter().bytes());
        info.put(Field.BYTES_ACKED, Math.max(0, sender.unacknowledged() - 1));
        info.put(Field.DELIVERED, sender.acknowledgments().delivered());
        info.put(Field.NOTSENT_BYTES, Math.max(0, sender.buffer().end() - sender.next()));
        info.put(Field.RTO, roundTrip.timeout() / 1000);
        info.put(Field.RTT, roundTrip.smoothed() / 1000);
        info.put(Field.RTTVAR, roundTrip.deviation() / 1000);
        info.put(Field.MIN_RTT, Math.min(sender.least().get() / 1000, 0xffff_ffffL));
        info.put(Field.LAST_DATA_SENT, (sender.now() - sender.lastSent()) / 1_000_000);
    }
}
