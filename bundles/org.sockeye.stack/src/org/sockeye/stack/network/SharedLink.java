package org.sockeye.stack.network;

import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

/** One interface under two network layers: what is IPv6 goes to one of them, everything else to the other. */
public final class SharedLink {

    private final LinkService link;
    private LinkService.Receiver four = (type, broadcast, payload) -> {
    };
    private LinkService.Receiver six = four;

    /** Shares {@code link}, and becomes what is attached to it. */
    public SharedLink(LinkService link) {
        this.link = link;
        link.attach((type, broadcast, payload) -> (type == EthernetFrame.IPV6 ? six : four).payload(type, broadcast,
                payload));
    }

    /** The interface as IPv4 sees it. */
    public LinkService four() {
        return new Side(false);
    }

    /** The interface as IPv6 sees it. */
    public LinkService six() {
        return new Side(true);
    }

    private final class Side implements LinkService {

        private final boolean ofIpv6;

        Side(boolean ofIpv6) {
            this.ofIpv6 = ofIpv6;
        }

        @Override
        public String name() {
            return link.name();
        }

        @Override
        public MacAddress address() {
            return link.address();
        }

        @Override
        public int maximumPayload() {
            return link.maximumPayload();
        }

        @Override
        public void send(MacAddress destination, int type, Content payload) {
            link.send(destination, type, payload);
        }

        @Override
        public void attach(Receiver receiver) {
            if (ofIpv6) {
                six = receiver;
            } else {
                four = receiver;
            }
        }
    }
}
