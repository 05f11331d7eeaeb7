package org.sockeye.labs.check;

import org.sockeye.stack.physical.Link;

final class LossPlan {
    private LossPlan() {
    }

    static void install(Link link, int count, PacketMatch match) {
    }
}
