package org.sockeye.stack.link;

import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.wire.MacAddress;

/** What the network cards of hosts and routers have in common, whatever they are plugged into. */
public abstract sealed class Card implements LinkService permits EthernetInterface, WifiInterface {

    final LinkEnd end;
    final MacAddress address;
    /** The layer above. */
    Receiver receiver = (type, broadcast, payload) -> {
    };
    private final int maximumPayload;

    Card(LinkEnd end, MacAddress address, int maximumPayload) {
        this.end = end;
        this.address = address;
        this.maximumPayload = maximumPayload;
    }

    @Override
    public String name() {
        return end.port();
    }

    @Override
    public MacAddress address() {
        return address;
    }

    @Override
    public int maximumPayload() {
        return maximumPayload;
    }

    @Override
    public void attach(Receiver layerAbove) {
        receiver = layerAbove;
    }
}
