package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.NdMessage.RouterAdvertisement;
import org.sockeye.stack.wire.NdMessage.RouterSolicitation;
import org.sockeye.stack.wire.NdOption;

/**
 * How a host finds its routers and gives itself addresses (RFC 4861, section 6.3; RFC 4862, section 5.5): it asks when it
 * starts, and believes what routers advertise.
 */
final class Autoconfiguration {

    /** How often a host asks while no router answers, and how long it waits in between, in nanoseconds. */
    static final int SOLICITATIONS = 3;
    static final long INTERVAL = 4_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    /** The only length of a prefix that an interface identifier fits behind (RFC 2464, section 4). */
    private static final int PREFIX = 64;

    private final Ipv6Port port;
    private final boolean addresses;
    private final EventQueue events;
    private final List<DefaultRouter> routers = new ArrayList<>();
    private final List<Subnet> onLink = new ArrayList<>();
    private boolean answered;

    private record DefaultRouter(Ipv6Address address, long expires) {
    }

    /** {@code addresses} says whether the interface still needs addresses. */
    Autoconfiguration(Ipv6Port port, boolean addresses, EventQueue events) {
        this.port = port;
        this.addresses = addresses;
        this.events = events;
    }

    /** Asks for routers. */
    void start() {
        solicit(SOLICITATIONS);
    }

    private void solicit(int left) {
        if (answered || left == 0) {
            return;
        }
        port.icmp(port.linkLocal(), Ipv6Address.ALL_ROUTERS,
                new RouterSolicitation(List.of(new NdOption.LinkAddress(false, port.link().address()))));
        events.after(INTERVAL, () -> solicit(left - 1));
    }

    /** A router says that it is there; anything not from a neighbour is no such message (RFC 4861, section 6.1.2). */
    void advertised(Ipv6Header header, RouterAdvertisement message) {
        Ipv6Address router = header.source();
        if (!router.isLinkLocal()) {
            return;
        }
        answered = true;
        message.linkAddress(false).ifPresent(mac -> port.neighbours().heard(router, mac));
        routers.removeIf(known -> known.address.equals(router));
        if (message.lifetime() > 0) {
            routers.add(new DefaultRouter(router, events.now() + message.lifetime() * SECOND));
        }
        for (NdOption option : message.options()) {
            switch (option) {
                case NdOption.MaximumUnit unit -> port.limit(unit.bytes());
                case NdOption.PrefixInformation prefix -> prefix(prefix);
                default -> {
                    // Nothing that this host needs.
                }
            }
        }
    }

    private void prefix(NdOption.PrefixInformation option) {
        if (option.prefix().isLinkLocal() || option.length() > Ipv6Address.ANY.bitLength() || option.valid() == 0
                || option.preferred() > option.valid()) {
            return;
        }
        Subnet subnet = new Subnet(option.prefix(), option.length());
        if (option.onLink() && !onLink.contains(subnet)) {
            onLink.add(subnet);
        }
        if (option.autonomous() && addresses && option.length() == PREFIX) {
            port.configure(new Ipv6Address(option.prefix().high(),
                    Ipv6Address.interfaceIdentifier(port.link().address())), PREFIX);
        }
    }

    /** True if routers have said that the address is a neighbour's. */
    boolean isOnLink(Ipv6Address destination) {
        for (Subnet subnet : onLink) {
            if (subnet.contains(destination)) {
                return true;
            }
        }
        return false;
    }

    /** The router for everything else, the unspecified address if there is none. */
    Ipv6Address router() {
        routers.removeIf(known -> known.expires < events.now());
        return routers.isEmpty() ? Ipv6Address.ANY : routers.getFirst().address;
    }
}
