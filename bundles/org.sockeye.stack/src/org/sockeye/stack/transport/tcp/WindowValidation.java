package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;

/** Lets a congestion window that has not been used for a while shrink, as the path may have changed meanwhile. */
final class WindowValidation {

    private final Sender sender;
    private final boolean enabled;
    private final int initialWindow;

    WindowValidation(Sender sender, TcpSettings settings) {
        this.sender = sender;
        this.enabled = settings.has(TcpSetting.SLOW_START_AFTER_IDLE);
        this.initialWindow = settings.count(TcpSetting.INITIAL_WINDOW);
    }

    /** Something was sent, or would have been but for the window: {@code full} if that is what holds back. */
    void sent(boolean full) {
        WindowUsage usage = sender.usage();
        CongestionWindow window = sender.congestion();
        long now = sender.now();
        usage.sent(window, full, sender.flight().size(), sender.unacknowledged(), sender.next(), now);
        if (enabled && !usage.isLimiting(window) && now - usage.fullAt() >= sender.roundTrip().timeout()) {
            shrinkToUsed(Math.max(usage.used(), initialWindow));
        }
    }

    /** A window that has not been filled for long shrinks towards what is used (RFC 2861). */
    private void shrinkToUsed(int used) {
        CongestionWindow window = sender.congestion();
        if (sender.recovery().phase() == Recovery.Phase.OPEN && used < window.size()) {
            window.threshold(sender.recovery().currentThreshold());
            window.size(window.size() + used >> 1);
        }
        sender.usage().restart(sender.now());
    }

    /** After a pause starts slowly again (RFC 5681, section 4.1). */
    void restartAfterIdle() {
        long pause = sender.now() - sender.lastSent();
        long timeout = sender.roundTrip().timeout();
        if (!enabled || !sender.flight().isEmpty() || pause <= timeout) {
            return;
        }
        CongestionWindow window = sender.congestion();
        int size = window.size();
        int restart = Math.min(initialWindow, size);
        window.threshold(sender.recovery().currentThreshold());
        for (long left = pause - timeout; left > 0 && size > restart; left -= timeout) {
            size >>= 1;
        }
        window.size(Math.max(size, restart));
        sender.usage().restart(sender.now());
    }
}
