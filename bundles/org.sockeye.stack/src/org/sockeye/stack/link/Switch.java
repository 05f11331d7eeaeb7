package org.sockeye.stack.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Transmitter;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

/**
 * A learning switch (IEEE 802.1D, section 7): remembers at which port each sender was heard last, forwards a frame to
 * the port of its receiver, and to all others while it does not know that port.
 */
public final class Switch {

    /** After five minutes of silence an address is forgotten, in nanoseconds. */
    public static final long AGEING = 300_000_000_000L;

    private static final int CAPACITY = 1024;

    private final String name;
    private final EventQueue events;
    private final Trace trace;
    private final List<Transmitter> ports = new ArrayList<>();
    private final Map<MacAddress, Entry> table = new LinkedHashMap<>();

    private record Entry(int port, long heard) {
    }

    public Switch(String name, EventQueue events, Trace trace) {
        this.name = name;
        this.events = events;
        this.trace = trace;
    }

    public String name() {
        return name;
    }

    /** Plugs a cable into the next free port; {@code end} is one of the cable's. */
    public void plug(Cable cable, LinkEnd end) {
        int port = ports.size();
        ports.add(cable.plug(end, frame -> receive(port, frame)));
    }

    private void receive(int port, Content frame) {
        Optional<EthernetFrame> header = EthernetFrame.parse(frame.bytes());
        if (header.isEmpty() || !EthernetFrame.verify(frame.bytes())) {
            trace.note(events.now(), name, frame.frame(), "dropped at " + name + ": bad frame check sequence");
            return;
        }
        learn(header.get().source(), port);
        Entry known = lookUp(header.get().destination());
        if (known == null) {
            flood(port, frame);
        } else if (known.port != port) {
            ports.get(known.port).send(frame);
        }
    }

    private void learn(MacAddress source, int port) {
        if (source.isGroup()) {
            return;
        }
        if (table.size() >= CAPACITY) {
            table.values().removeIf(this::isOld);
        }
        if (table.size() < CAPACITY || table.containsKey(source)) {
            table.put(source, new Entry(port, events.now()));
        }
    }

    private @Nullable Entry lookUp(MacAddress destination) {
        Entry entry = table.get(destination);
        return entry == null || isOld(entry) ? null : entry;
    }

    private boolean isOld(Entry entry) {
        return events.now() - entry.heard > AGEING;
    }

    private void flood(int from, Content frame) {
        for (int port = 0; port < ports.size(); port++) {
            if (port != from) {
                ports.get(port).send(frame);
            }
        }
    }
}
