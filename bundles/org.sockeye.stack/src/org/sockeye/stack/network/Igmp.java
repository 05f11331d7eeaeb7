package org.sockeye.stack.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.IgmpMessage.Membership;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv4Options;

/** The groups that a host takes part in, and what the routers of its links are told of that (RFC 3376; RFC 2236). */
final class Igmp {

    /** A change is told once more after this time, in nanoseconds, as the first report may get lost. */
    static final long REPEAT = 1_000_000_000L;

    private static final long TENTH = 100_000_000;
    /** Asks routers to look at the datagram (RFC 2113). */
    private static final byte[] ROUTER_ALERT = { (byte) 0x94, 4, 0, 0 };

    private final EventQueue events;
    private final Ways ways;
    private final Map<Place, Integer> members = new LinkedHashMap<>();

    /** A group on a link. */
    private record Place(NetworkInterface port, Ipv4Address group) {
    }

    Igmp(Ways ways, EventQueue events) {
        this.ways = ways;
        this.events = events;
    }

    /** True if what arrives at that interface for the group is taken; loopback brings what this host itself sent. */
    boolean has(NetworkInterface port, Ipv4Address group) {
        if (!group.isMulticast()) {
            return false;
        }
        if (group.equals(IgmpMessage.ALL_HOSTS)) {
            return true;
        }
        for (Place place : members.keySet()) {
            if (place.group.equals(group) && (port.isLoopback() || place.port.equals(port))) {
                return true;
            }
        }
        return false;
    }

    /** One more takes part in a group. */
    void join(NetworkInterface port, Ipv4Address group) {
        if (members.merge(new Place(port, group), 1, Integer::sum) == 1) {
            changed(port, group, IgmpMessage.TO_EXCLUDE);
        }
    }

    /** One fewer takes part in it. */
    void leave(NetworkInterface port, Ipv4Address group) {
        Place place = new Place(port, group);
        int left = members.getOrDefault(place, 0) - 1;
        if (left > 0) {
            members.put(place, left);
        } else if (members.remove(place) != null) {
            changed(port, group, IgmpMessage.TO_INCLUDE);
        }
    }

    private void changed(NetworkInterface port, Ipv4Address group, int type) {
        if (port.isLoopback() || group.equals(IgmpMessage.ALL_HOSTS)) {
            return;
        }
        IgmpMessage report = IgmpMessage.report(List.of(new Membership(type, group)));
        send(port, IgmpMessage.REPORTS, report);
        events.after(REPEAT, () -> send(port, IgmpMessage.REPORTS, report));
    }

    /** A message arrived; only questions concern a host. */
    void message(NetworkInterface port, Content segment) {
        byte[] bytes = segment.bytes();
        if (IgmpMessage.verify(bytes, 0, bytes.length)) {
            IgmpMessage.parse(bytes, 0, bytes.length).filter(message -> message.type() == IgmpMessage.QUERY)
                    .ifPresent(query -> queried(port, query));
        }
    }

    private void queried(NetworkInterface port, IgmpMessage query) {
        List<Ipv4Address> asked = members.keySet().stream().filter(place -> place.port.equals(port))
                .map(Place::group).filter(group -> !group.equals(IgmpMessage.ALL_HOSTS))
                .filter(group -> query.group().isUnspecified() || query.group().equals(group)).toList();
        if (asked.isEmpty()) {
            return;
        }
        // Spread over the time that is given, by address, so that the members of a link do not answer all at once.
        long most = query.version() == 1 ? 100 : query.delay();
        events.after(most * TENTH / 256 * (port.address().bits() & 0xff), () -> answer(port, query, asked));
    }

    private void answer(NetworkInterface port, IgmpMessage query, List<Ipv4Address> asked) {
        List<Ipv4Address> still = asked.stream().filter(group -> has(port, group)).toList();
        if (query.version() < 3) {
            int type = query.version() == 1 ? IgmpMessage.REPORT_V1 : IgmpMessage.REPORT_V2;
            still.forEach(group -> send(port, group, new IgmpMessage(type, query.version(), 0, group, List.of())));
        } else if (!still.isEmpty()) {
            send(port, IgmpMessage.REPORTS, IgmpMessage
                    .report(still.stream().map(group -> new Membership(IgmpMessage.IS_EXCLUDE, group)).toList()));
        }
    }

    /** Such messages go no further than the link, and ask its routers to look at them (RFC 3376, section 4). */
    private void send(NetworkInterface port, Ipv4Address destination, IgmpMessage message) {
        Way way = ways.on(port.name(), destination);
        if (way != null) {
            byte[] payload = message.emit();
            Ipv4Header header = Ipv4Header
                    .of(port.address(), destination, IgmpMessage.PROTOCOL, 1, 0, payload.length)
                    .withOptions(Ipv4Options.of(ROUTER_ALERT, 0, ROUTER_ALERT.length));
            way.send(header, Content.of(payload).behind(header.emit()));
        }
    }
}
