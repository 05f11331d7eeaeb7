package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.Ipv6Option;
import org.sockeye.stack.wire.MldMessage;
import org.sockeye.stack.wire.MldMessage.Membership;

/** The groups that one interface listens to, and what its routers are told of that (MLD: RFC 3810, and RFC 2710). */
final class Mld {

    /** A change is told once more after this time, in nanoseconds, as the first report may get lost. */
    static final long REPEAT = 1_000_000_000L;

    private static final long MILLISECOND = 1_000_000;

    private final Ipv6Port port;
    private final EventQueue events;
    private final Map<Ipv6Address, Integer> groups = new LinkedHashMap<>();
    private final Map<Ipv6Address, Integer> changes = new LinkedHashMap<>();

    Mld(Ipv6Port port, EventQueue events) {
        this.port = port;
        this.events = events;
    }

    boolean has(Ipv6Address group) {
        return groups.containsKey(group);
    }

    /** One more wants to hear a group. */
    void join(Ipv6Address group) {
        if (groups.merge(group, 1, Integer::sum) == 1) {
            changed(group, MldMessage.TO_EXCLUDE);
        }
    }

    /** One fewer wants to hear it. */
    void leave(Ipv6Address group) {
        int left = groups.getOrDefault(group, 0) - 1;
        if (left > 0) {
            groups.put(group, left);
        } else if (groups.remove(group) != null) {
            changed(group, MldMessage.TO_INCLUDE);
        }
    }

    /** Changes of the same moment go into one report. */
    private void changed(Ipv6Address group, int type) {
        if (port.isLoopback()) {
            return;
        }
        if (changes.isEmpty()) {
            events.after(0, this::tell);
        }
        changes.put(group, type);
    }

    private void tell() {
        List<Membership> records = new ArrayList<>();
        changes.forEach((group, type) -> records.add(new Membership(type, group)));
        changes.clear();
        MldMessage report = MldMessage.report(records);
        send(MldMessage.REPORTS, report);
        events.after(REPEAT, () -> send(MldMessage.REPORTS, report));
    }

    /** A router asks (RFC 3810, section 5.1; RFC 2710, section 4). */
    void queried(MldMessage query) {
        List<Ipv6Address> asked = groups.keySet().stream()
                .filter(group -> query.group().isUnspecified() || query.group().equals(group)).toList();
        if (asked.isEmpty()) {
            return;
        }
        // Spread over the time that is given, by MAC address, so that the listeners of a link do not answer all at once.
        long wait = query.delay() * MILLISECOND / 1000 * (port.link().address().bits() % 1000);
        events.after(wait, () -> answer(query, asked));
    }

    private void answer(MldMessage query, List<Ipv6Address> asked) {
        List<Ipv6Address> still = asked.stream().filter(groups::containsKey).toList();
        if (query.version() == 1) {
            still.forEach(group -> send(group, MldMessage.first(MldMessage.REPORT, group)));
        } else if (!still.isEmpty()) {
            send(MldMessage.REPORTS, MldMessage
                    .report(still.stream().map(group -> new Membership(MldMessage.IS_EXCLUDE, group)).toList()));
        }
    }

    /** Such messages go no further than the link, and ask its routers to look at them (RFC 3810, section 5). */
    private void send(Ipv6Address destination, MldMessage message) {
        Ipv6Address source = port.linkLocal();
        byte[] payload = Icmpv6Message.emit(message.type(), 0, source, destination, message.body());
        byte[] alert = { Icmpv6Message.PROTOCOL, 0, Ipv6Option.ROUTER_ALERT, 2, 0, 0, Ipv6Option.PADN, 0 };
        Ipv6Header header = Ipv6Header.of(source, destination, Ipv6Extension.HOP_BY_HOP, 1,
                alert.length + payload.length);
        port.send(destination, Content.of(payload).behind(alert).behind(header.emit()));
    }
}
