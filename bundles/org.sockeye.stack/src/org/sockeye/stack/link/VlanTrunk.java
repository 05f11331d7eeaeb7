package org.sockeye.stack.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.VlanTag;

/**
 * A network card on a trunk: an interface for each virtual LAN that it is part of, whose frames bear that one's tag (IEEE
 * 802.1Q). They are called like the card with the number behind a dot, as on Linux.
 */
public final class VlanTrunk {

    private final String device;
    private final LinkService card;
    private final EventQueue events;
    private final Trace trace;
    private final Map<Integer, Side> sides = new LinkedHashMap<>();

    /** Takes what arrives at {@code card} of {@code device} from now on. */
    public VlanTrunk(String device, LinkService card, EventQueue events, Trace trace) {
        this.device = device;
        this.card = card;
        this.events = events;
        this.trace = trace;
        card.attach(this::arrived);
    }

    /** The name of the card that an interface called {@code name} is part of, which may be the card itself. */
    public static String card(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The number of the virtual LAN of an interface called {@code name}; 0 if that is a card. */
    public static int vlan(String name) {
        return name.contains(".") ? Integer.parseInt(name.substring(name.indexOf('.') + 1)) : 0;
    }

    /** The interface in a virtual LAN, 1 to 4094. */
    public LinkService in(int vlan) {
        return sides.computeIfAbsent(vlan, Side::new);
    }

    private void arrived(int type, boolean broadcast, Content payload) {
        VlanTag tag = type != VlanTag.TYPE ? null
                : VlanTag.parse(payload.array(), payload.offset(), payload.length()).orElse(null);
        Side side = tag == null ? null : sides.get(tag.vlan());
        if (tag == null || side == null) {
            trace.note(events.now(), device, payload.frame(), "ignored: " + device + " " + card.name()
                    + (tag == null ? " takes frames with a VLAN tag only" : " is no part of VLAN " + tag.vlan()));
        } else {
            side.receiver.payload(tag.type(), broadcast,
                    payload.part(VlanTag.LENGTH, payload.length() - VlanTag.LENGTH));
        }
    }

    private final class Side implements LinkService {

        private final int vlan;
        private Receiver receiver = (type, broadcast, payload) -> {
        };

        Side(int vlan) {
            this.vlan = vlan;
        }

        @Override
        public String name() {
            return card.name() + "." + vlan;
        }

        @Override
        public MacAddress address() {
            return card.address();
        }

        @Override
        public int maximumPayload() {
            return card.maximumPayload();
        }

        @Override
        public void send(MacAddress destination, int type, Content payload) {
            card.send(destination, VlanTag.TYPE, payload.behind(new VlanTag(0, false, vlan, type).emit()));
        }

        @Override
        public void attach(Receiver layerAbove) {
            receiver = layerAbove;
        }
    }
}
