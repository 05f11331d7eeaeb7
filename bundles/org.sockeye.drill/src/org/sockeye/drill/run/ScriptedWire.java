package org.sockeye.drill.run;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.Ipv6Address;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.MldMessage;
import org.sockeye.stack.wire.NdMessage;
import org.sockeye.stack.wire.NdOption;

/**
 * The wire of the host under test. The script sits at its other end: it takes what the host sends and puts on the wire what
 * it likes. Every address there is at home to who asks by ARP or Neighbour Discovery.
 */
final class ScriptedWire implements LinkService {

    private static final MacAddress HOST = new MacAddress(0x0200_0000_0001L);
    private static final MacAddress SCRIPT = new MacAddress(0x0200_0000_0002L);

    /** The hop limit of what comes from a neighbour (RFC 4861, section 7.1). */
    private static final int ON_LINK = 255;

    private final EventQueue events;
    private final int mtu;
    private final Deque<Datagram> sent = new ArrayDeque<>();
    private @Nullable Receiver receiver;

    ScriptedWire(EventQueue events, int mtu) {
        this.events = events;
        this.mtu = mtu;
    }

    @Override
    public String name() {
        return "tun0";
    }

    @Override
    public MacAddress address() {
        return HOST;
    }

    @Override
    public int maximumPayload() {
        return mtu;
    }

    @Override
    public void attach(Receiver newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public void send(MacAddress destination, int type, Content payload) {
        if (type == EthernetFrame.ARP) {
            ArpPacket.parse(payload.bytes(), 0, payload.bytes().length)
                    .filter(packet -> packet.operation() == ArpPacket.REQUEST)
                    .ifPresent(this::answer);
            return;
        }
        Datagram datagram = Datagram.parse(events.now(), payload.bytes()).orElse(null);
        if (datagram != null && isAmongNeighbours(datagram)) {
            NdMessage.parse(datagram.payload(), 0, datagram.payload().length)
                    .filter(NdMessage.NeighbourSolicitation.class::isInstance)
                    .filter(question -> !datagram.source().isUnspecified())
                    .ifPresent(question -> answer((NdMessage.NeighbourSolicitation) question, datagram));
        } else if (datagram != null) {
            sent.add(datagram);
        }
    }

    /** Neighbour Discovery and membership of groups are no more a script's business than ARP. */
    private static boolean isAmongNeighbours(Datagram datagram) {
        return datagram.protocol() == Icmpv6Message.PROTOCOL && datagram.payload().length > 0
                && (datagram.payload()[0] & 0xff) >= MldMessage.QUERY;
    }

    private void answer(NdMessage.NeighbourSolicitation question, Datagram datagram) {
        NdMessage answer = new NdMessage.NeighbourAdvertisement(false, true, true, question.target(),
                List.of(new NdOption.LinkAddress(true, SCRIPT)));
        Ipv6Address asker = (Ipv6Address) datagram.source();
        byte[] message = Icmpv6Message.emit(answer.type(), 0, question.target(), asker, answer.body());
        byte[] header = Ipv6Header.of(question.target(), asker, Icmpv6Message.PROTOCOL, ON_LINK, message.length)
                .emit();
        byte[] packet = Arrays.copyOf(header, header.length + message.length);
        System.arraycopy(message, 0, packet, header.length, message.length);
        events.after(0, () -> arrive(EthernetFrame.IPV6, Content.of(packet)));
    }

    private void answer(ArpPacket request) {
        ArpPacket reply = new ArpPacket(ArpPacket.REPLY, SCRIPT, request.targetAddress(), request.senderMac(),
                request.senderAddress());
        events.after(0, () -> arrive(EthernetFrame.ARP, Content.of(reply.emit())));
    }

    /** Puts a datagram on the wire; it arrives at once. */
    void inject(int type, byte[] datagram) {
        arrive(type, Content.of(datagram));
    }

    private void arrive(int type, Content content) {
        Receiver attached = receiver;
        if (attached != null) {
            attached.payload(type, false, content);
        }
    }

    /** What the host has sent and nobody has taken yet. */
    Deque<Datagram> sent() {
        return sent;
    }
}
