package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;

/** For how long the sender was busy, and what held it back meanwhile, as TCP_INFO tells. */
final class Chronograph {

    /** What the time is spent on; a later one takes precedence. */
    enum Spent {
        /** Nothing is queued or under way. */
        IDLE,
        /** Something is. */
        BUSY,
        /** The peer's window holds back what is queued. */
        PEER_WINDOW,
        /** All that the send buffer takes is under way, and the program may have more to say. */
        SEND_BUFFER
    }

    private Spent spent = Spent.IDLE;
    private long since;
    private long busy;
    private long peerWindow;
    private long sendBuffer;

    /** From now on time is spent on that. */
    void change(Spent on, long now) {
        long passed = now - since;
        busy += spent == Spent.IDLE ? 0 : passed;
        peerWindow += spent == Spent.PEER_WINDOW ? passed : 0;
        sendBuffer += spent == Spent.SEND_BUFFER ? passed : 0;
        spent = on;
        since = now;
    }

    /** What it was, in microseconds. */
    void tell(TcpInfo info, long now) {
        change(spent, now);
        info.put(Field.BUSY_TIME, busy / 1000);
        info.put(Field.RWND_LIMITED, peerWindow / 1000);
        info.put(Field.SNDBUF_LIMITED, sendBuffer / 1000);
    }
}
