package org.sockeye.stack.network;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Timer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.NeighbourEvent;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * The Address Resolution Protocol (RFC 826) on one interface: asks all neighbours who has an address, remembers the
 * answer for a minute (RFC 1122, section 2.3.2.1), and keeps datagrams waiting meanwhile.
 */
final class Arp implements Neighbours {

    /** How long an answer is believed, in nanoseconds. */
    static final long LIFETIME = 60_000_000_000L;
    /** How long to wait before asking again, in nanoseconds. */
    static final long RETRY = 1_000_000_000L;
    /** How often to ask before giving up; generous, as a lost question costs nobody real time. */
    static final int ATTEMPTS = 6;
    /** How many datagrams may wait for one neighbour, as many as for a link; a program may begin with a burst. */
    static final int WAITING = 1000;

    private final String device;
    private final LinkService link;
    private Ipv4Address own;
    private final EventQueue events;
    private final Trace trace;
    private final Consumer<Content> unresolved;
    private final Map<Ipv4Address, Neighbour> neighbours = new LinkedHashMap<>();
    private final Map<Ipv4Address, Runnable> probed = new LinkedHashMap<>();

    /** What is known about one neighbour, and what waits to be known. */
    private static final class Neighbour {
        private @Nullable MacAddress mac;
        private long heard;
        private int asked;
        private @Nullable Timer retry;
        private final Queue<Content> waiting = new ArrayDeque<>();
    }

    /** {@code unresolved} gets the datagrams whose neighbour could not be found. */
    Arp(String device, LinkService link, Ipv4Address own, EventQueue events, Trace trace,
            Consumer<Content> unresolved) {
        this.device = device;
        this.link = link;
        this.own = own;
        this.events = events;
        this.trace = trace;
        this.unresolved = unresolved;
    }

    /** From now on the interface has another address. */
    void become(Ipv4Address now) {
        own = now;
    }

    /**
     * Asks whether a neighbour has an address, without claiming it (RFC 5227, section 1.1).
     *
     * @param answer gets true as soon as one says so, and false if none has within {@link #RETRY}
     */
    void probe(Ipv4Address address, Consumer<Boolean> answer) {
        Timer silence = events.after(RETRY, () -> {
            probed.remove(address);
            answer.accept(false);
        });
        probed.put(address, () -> {
            silence.cancel();
            answer.accept(true);
        });
        ask(Ipv4Address.ANY, address);
    }

    private void ask(Ipv4Address sender, Ipv4Address wanted) {
        ArpPacket question = new ArpPacket(ArpPacket.REQUEST, link.address(), sender, new MacAddress(0), wanted);
        link.send(MacAddress.BROADCAST, EthernetFrame.ARP, Content.of(question.emit()));
    }

    @Override
    public void broadcast(Content datagram) {
        link.send(MacAddress.BROADCAST, EthernetFrame.IPV4, datagram);
    }

    /** The MAC address that stands for a group (RFC 1112, section 6.4). */
    static MacAddress mac(Ipv4Address group) {
        return new MacAddress(0x0100_5e00_0000L | group.bits() & 0x7f_ffff);
    }

    @Override
    public void send(Ipv4Address nextHop, Content datagram) {
        if (nextHop.isMulticast()) {
            link.send(mac(nextHop), EthernetFrame.IPV4, datagram);
            return;
        }
        Neighbour neighbour = neighbours.computeIfAbsent(nextHop, unknown -> new Neighbour());
        MacAddress mac = neighbour.mac;
        if (mac != null && events.now() - neighbour.heard <= LIFETIME) {
            link.send(mac, EthernetFrame.IPV4, datagram);
            return;
        }
        if (mac != null) {
            tell(nextHop, mac, NeighbourEvent.Change.EXPIRED);
            neighbour.mac = null;
        }
        if (neighbour.waiting.size() == WAITING) {
            trace.note(events.now(), device, datagram.frame(),
                    "dropped at " + device + ": " + WAITING + " datagrams already wait for the MAC address of "
                            + nextHop);
            return;
        }
        neighbour.waiting.add(datagram);
        if (neighbour.retry == null) {
            ask(nextHop, neighbour);
        }
    }

    private void ask(Ipv4Address address, Neighbour neighbour) {
        if (neighbour.asked == ATTEMPTS) {
            giveUp(address, neighbour);
            return;
        }
        neighbour.asked++;
        neighbour.retry = events.after(RETRY, () -> ask(address, neighbour));
        ask(own, address);
    }

    private void giveUp(Ipv4Address address, Neighbour neighbour) {
        neighbours.remove(address);
        tell(address, null, NeighbourEvent.Change.FAILED);
        trace.note(events.now(), device, 0, "arp: nobody answers for " + address + " on " + link.name());
        for (Content datagram : neighbour.waiting) {
            unresolved.accept(datagram);
        }
    }

    /** An ARP packet arrived: learns from it, and answers a question about this interface (RFC 826). */
    void packet(Content payload) {
        ArpPacket packet = ArpPacket.parse(payload.bytes(), 0, payload.bytes().length).orElse(null);
        if (packet == null) {
            trace.note(events.now(), device, payload.frame(), "dropped at " + device + ": malformed ARP packet");
            return;
        }
        Runnable found = packet.senderMac().equals(link.address()) ? null : probed.remove(packet.senderAddress());
        if (found != null) {
            found.run();
        }
        boolean forMe = packet.targetAddress().equals(own);
        if (!packet.senderAddress().isUnspecified() && !packet.senderMac().isGroup()) {
            learn(packet.senderAddress(), packet.senderMac(), forMe);
        }
        if (forMe && packet.operation() == ArpPacket.REQUEST) {
            ArpPacket answer = new ArpPacket(ArpPacket.REPLY, link.address(), own, packet.senderMac(),
                    packet.senderAddress());
            link.send(packet.senderMac(), EthernetFrame.ARP, Content.of(answer.emit()));
        }
    }

    /** Believes what a neighbour says of itself; a stranger's word is kept only if it speaks to this interface. */
    private void learn(Ipv4Address address, MacAddress mac, boolean forMe) {
        Neighbour neighbour = neighbours.get(address);
        if (neighbour == null) {
            if (!forMe || address.equals(own)) {
                return;
            }
            neighbour = new Neighbour();
            neighbours.put(address, neighbour);
        }
        if (!mac.equals(neighbour.mac)) {
            tell(address, mac, NeighbourEvent.Change.LEARNED);
        }
        neighbour.mac = mac;
        neighbour.heard = events.now();
        neighbour.asked = 0;
        if (neighbour.retry != null) {
            neighbour.retry.cancel();
            neighbour.retry = null;
        }
        for (Content datagram = neighbour.waiting.poll(); datagram != null; datagram = neighbour.waiting.poll()) {
            link.send(mac, EthernetFrame.IPV4, datagram);
        }
    }

    private void tell(Ipv4Address address, @Nullable MacAddress mac, NeighbourEvent.Change change) {
        trace.record(new NeighbourEvent(events.now(), device, link.name(), address, mac, change));
    }
}
