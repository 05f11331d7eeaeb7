package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.trace.ConnectionEvent;

/** Tells the trace what becomes of a connection: its state, and the figures that govern how fast it sends. */
final class Chronicle {

    private final Connection connection;
    private State state = State.CLOSED;
    private long congestionWindow;
    private long threshold;
    private long roundTrip;
    private long timeout;
    private long sendWindow;
    private long receiveWindow;
    private long advertised;

    Chronicle(Connection connection) {
        this.connection = connection;
    }

    /** The peer has been told that there is room for so many bytes. */
    void advertised(long bytes) {
        advertised = bytes;
    }

    /** Something may have changed; if so, it is told. */
    void look() {
        Sender sender = connection.sender();
        State nowState = connection.state();
        long nowWindow = sender.congestionWindow();
        long nowThreshold = sender.slowStartThreshold();
        long nowRoundTrip = sender.roundTrip().smoothed();
        long nowTimeout = sender.roundTrip().timeout();
        long nowSendWindow = sender.window().size();
        if (nowState == state && nowWindow == congestionWindow && nowThreshold == threshold
                && nowRoundTrip == roundTrip && nowTimeout == timeout && nowSendWindow == sendWindow
                && advertised == receiveWindow) {
            return;
        }
        state = nowState;
        congestionWindow = nowWindow;
        threshold = nowThreshold;
        roundTrip = nowRoundTrip;
        timeout = nowTimeout;
        sendWindow = nowSendWindow;
        receiveWindow = advertised;
        Surroundings surroundings = connection.surroundings();
        surroundings.trace()
                .record(new ConnectionEvent(surroundings.now(), surroundings.host(), connection.key().local(),
                        connection.key().remote(), state.toString(), congestionWindow, threshold, roundTrip, timeout,
                        sendWindow, receiveWindow));
    }
}
