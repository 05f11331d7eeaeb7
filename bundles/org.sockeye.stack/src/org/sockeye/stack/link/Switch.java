package org.sockeye.stack.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Port;
import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.VlanTag;

/**
 * A learning switch (IEEE 802.1Q-2018, section 8): remembers at which port each sender was heard last, forwards a frame
 * to the port of its receiver, and to all others while it does not know that port. Virtual LANs know nothing of each
 * other: a frame leaves only through ports that are part of its own.
 */
public final class Switch {

    /** After five minutes of silence an address is forgotten, in nanoseconds. */
    public static final long AGEING = 300_000_000_000L;

    private static final long GROUP = 1L << 40;
    private static final int REFUSED = -1;

    private final String name;
    private final EventQueue events;
    private final Trace trace;
    private final List<SwitchPort> ports = new ArrayList<>();
    private final MacTable table;

    public Switch(String name, EventQueue events, Trace trace) {
        this.name = name;
        this.events = events;
        this.trace = trace;
        this.table = new MacTable(name, events, trace);
    }

    public String name() {
        return name;
    }

    /** Who was heard where. */
    public MacTable table() {
        return table;
    }

    /** Plugs a cable into the next free port, which knows nothing of virtual LANs; {@code end} is one of the cable's. */
    public void plug(Cable cable, LinkEnd end) {
        plug(cable, end, PortVlans.NONE);
    }

    /** The same for a port that does. */
    public void plug(Cable cable, LinkEnd end, PortVlans vlans) {
        plug(cable, end, vlans, EthernetInterface.MAXIMUM_PAYLOAD);
    }

    /** The same for a cable whose frames carry at most so many bytes; others are not sent there. */
    public void plug(Cable cable, LinkEnd end, PortVlans vlans, int maximumPayload) {
        SwitchPort port = new SwitchPort(end.port(), vlans, maximumPayload, cable.from(end));
        ports.add(port);
        cable.plug(end, frame -> receive(port, frame));
    }

    /** Adds a port that is no cable's; what arrives there is to be handed to the result. */
    Port plug(String portName, Transmitter transmitter) {
        SwitchPort port = new SwitchPort(portName, PortVlans.NONE, Integer.MAX_VALUE, transmitter);
        ports.add(port);
        return frame -> receive(port, frame);
    }

    private void receive(SwitchPort from, Content frame) {
        if (!FrameCheck.passes(frame)) {
            drop(frame, "bad frame check sequence");
            return;
        }
        byte[] bytes = frame.bytes();
        int vlan = vlan(from.vlans(), frame);
        if (vlan == REFUSED) {
            return;
        }
        long destination = MacAddress.bits(bytes, 0);
        long source = MacAddress.bits(bytes, 6);
        if ((source & GROUP) == 0) {
            table.learn(vlan, source, from);
        }
        SwitchPort known = (destination & GROUP) == 0 ? table.find(vlan, destination) : null;
        if (known == null) {
            flood(from, vlan, frame);
        } else if (known != from) {
            send(known, vlan, frame);
        }
    }

    /** To which virtual LAN a frame belongs that arrives there; 0 for a switch that knows of none. */
    private int vlan(PortVlans vlans, Content frame) {
        int tag = Tagging.isTagged(frame.bytes()) ? VlanTag.vlan(frame.bytes()) : 0;
        return switch (vlans) {
            case PortVlans.Plain() -> 0;
            case PortVlans.Access(int vlan) -> tag == 0 || tag == vlan ? vlan
                    : drop(frame, "tagged for VLAN " + tag + " at a port of VLAN " + vlan);
            case PortVlans.Trunk trunk -> tag == 0 ? drop(frame, "a frame without a VLAN tag at a trunk")
                    : trunk.carries(tag) ? tag : drop(frame, "VLAN " + tag + " is not of this trunk");
        };
    }

    private void flood(SwitchPort from, int vlan, Content frame) {
        for (SwitchPort port : ports) {
            if (port != from) {
                send(port, vlan, frame);
            }
        }
    }

    private void send(SwitchPort to, int vlan, Content frame) {
        Content adapted = adapted(to.vlans(), vlan, frame);
        if (adapted == null) {
            return;
        }
        if (to.takes(adapted)) {
            to.transmitter().send(adapted);
        } else {
            drop(frame,
                    "too large for " + to.name() + ", whose link carries " + to.maximumPayload() + " bytes a frame");
        }
    }

    /** The frame as it leaves there; null if the port is not part of its virtual LAN. */
    private static @Nullable Content adapted(PortVlans vlans, int vlan, Content frame) {
        return switch (vlans) {
            case PortVlans.Plain() -> vlan == 0 ? frame : null;
            case PortVlans.Access(int own) -> own != vlan ? null
                    : Tagging.isTagged(frame.bytes()) ? Tagging.untagged(frame) : frame;
            case PortVlans.Trunk trunk -> vlan == 0 || !trunk.carries(vlan) ? null : Tagging.tagged(frame, vlan);
        };
    }

    private int drop(Content frame, String why) {
        trace.note(events.now(), name, frame.frame(), "dropped at " + name + ": " + why);
        return REFUSED;
    }
}
