package org.sockeye.drill.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

/**
 * The wire of the host under test. The script sits at its other end: it takes what the host sends and puts on the wire what
 * it likes. Every address there is at home to who asks by ARP.
 */
final class ScriptedWire implements LinkService {

    private static final MacAddress HOST = new MacAddress(0x0200_0000_0001L);
    private static final MacAddress SCRIPT = new MacAddress(0x0200_0000_0002L);

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
        } else {
            Datagram.parse(events.now(), payload.bytes()).ifPresent(sent::add);
        }
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
