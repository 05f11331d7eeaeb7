package org.sockeye.labs.check;

import org.sockeye.stack.topology.Link;

final class LossPlan {
    private LossPlan() {
    }

    static void install(Link link, int count, PacketMatch match) {
    }
}
