package org.sockeye.labs.check;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.TracedFrame;

/** Which frames one link is going to lose. */
final class LossPlan {

    private final Link link;
    private final List<Loss> losses = new ArrayList<>();

    LossPlan(Link link) {
        this.link = link;
        link.loseIf(this::loses);
    }

    /** Loses the next {@code count} frames that match, in either direction, besides those that are to be lost already. */
    void add(int count, PacketMatch match) {
        losses.add(new Loss(count, match));
    }

    private boolean loses(Content content) {
        Packet packet = Packet.of(new TracedFrame(0, 0, 0, 0, link.a(), link.b(), content, null));
        for (Loss loss : losses) {
            if (loss.left > 0 && loss.match.matches(packet)) {
                loss.left--;
                return true;
            }
        }
        return false;
    }

    private static final class Loss {

        private final PacketMatch match;
        private int left;

        Loss(int left, PacketMatch match) {
            this.left = left;
            this.match = match;
        }
    }
}
