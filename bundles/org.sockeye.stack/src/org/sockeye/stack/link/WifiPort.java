package org.sockeye.stack.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.physical.Antenna;
import org.sockeye.stack.physical.RadioListener;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.WifiFrame;

/** What stations and access points have in common: numbers, checks, acknowledges and repeats frames. */
final class WifiPort implements RadioListener {

    private static final int SEQUENCES = 4096;

    private final LinkEnd end;
    private final MacAddress address;
    private final WifiCell cell;
    private final EventQueue events;
    private final Trace trace;
    private final Owner owner;
    private final Antenna antenna;
    private final WifiTransmitter transmitter;
    private final Map<MacAddress, Integer> last = new LinkedHashMap<>();
    private int sequence;

    /** What the port belongs to. */
    @FunctionalInterface
    interface Owner {

        /** A data frame arrived for the first time, its sender being in the cell. */
        void data(WifiFrame header, Content frame);
    }

    WifiPort(LinkEnd end, MacAddress address, WifiCell cell, EventQueue events, Trace trace, Randomness randomness,
            Owner owner) {
        this.end = end;
        this.address = address;
        this.cell = cell;
        this.events = events;
        this.trace = trace;
        this.owner = owner;
        this.antenna = cell.radio().antenna(end, this);
        this.transmitter = new WifiTransmitter(antenna, events, trace, randomness.stream("backoff of " + end));
        cell.join(address, end);
    }

    /**
     * Sends a payload of some {@code type} of Ethernet's in a data frame.
     *
     * @param direction the flag that says whether it goes to or comes from the access point
     */
    void send(int direction, MacAddress receiver, MacAddress third, int type, Content payload) {
        sendData(direction, receiver, third, payload.behind(new SnapHeader(type).emit()));
    }

    /** The same of a payload that has its LLC header already. */
    void sendData(int direction, MacAddress receiver, MacAddress third, Content payload) {
        LinkEnd to = receiver.isGroup() ? null : cell.at(receiver);
        int duration = receiver.isGroup() ? 0 : reservation(to);
        WifiFrame header = new WifiFrame(WifiFrame.DATA, direction, duration, receiver, address, third, sequence);
        sequence = (sequence + 1) % SEQUENCES;
        Content frame = payload.wrapped(header.emit(payload.bytes()), WifiFrame.HEADER_LENGTH);
        transmitter.send(frame, to, to == null ? end : to);
    }

    /** For how long the acknowledgement needs the air, in microseconds. */
    private int reservation(@Nullable LinkEnd to) {
        long rate = WifiTiming.basic(WifiTransmitter.rate(antenna, to));
        return (int) Math.ceilDiv(WifiTiming.SIFS + WifiTiming.air(WifiFrame.ACKNOWLEDGEMENT_LENGTH, rate), 1000);
    }

    @Override
    public void busy() {
        transmitter.busy();
    }

    @Override
    public void idle() {
        transmitter.idle();
    }

    @Override
    public void overhear(Content frame) {
        Optional<WifiFrame> header = WifiFrame.parse(frame.bytes());
        // The highest bit says that the field is no duration (IEEE 802.11-2020, section 9.2.4.2).
        if (header.isPresent() && WifiFrame.verify(frame.bytes()) && header.get().duration() <= 0x7fff) {
            transmitter.reserve(events.now() + header.get().duration() * 1000L);
        }
    }

    @Override
    public void receive(Content frame) {
        Optional<WifiFrame> parsed = WifiFrame.parse(frame.bytes());
        if (parsed.isEmpty() || !WifiFrame.verify(frame.bytes())) {
            drop(frame, "bad frame check sequence");
            return;
        }
        WifiFrame header = parsed.get();
        boolean mine = header.receiver().equals(address);
        if (!mine && !header.receiver().isGroup()) {
            overhear(frame);
        } else if (header.kind() == WifiFrame.ACKNOWLEDGEMENT) {
            transmitter.acknowledged();
        } else if (header.kind() != WifiFrame.DATA) {
            drop(frame, "neither data nor an acknowledgement (802.11 type and subtype 0x"
                    + Integer.toHexString(header.kind()) + ")");
        } else if (!cell.has(header.transmitter())) {
            drop(frame, header.transmitter() + " does not belong to this network");
        } else {
            if (mine) {
                events.after(WifiTiming.SIFS, () -> acknowledge(header.transmitter()));
            }
            take(header, frame);
        }
    }

    private void take(WifiFrame header, Content frame) {
        Integer before = last.put(header.transmitter(), header.sequence());
        if (header.isRetry() && before != null && before == header.sequence()) {
            drop(frame, "it had arrived before, and only its acknowledgement was lost");
        } else {
            owner.data(header, frame);
        }
    }

    private void acknowledge(MacAddress sender) {
        LinkEnd to = cell.at(sender);
        Content frame = Content.of(WifiFrame.acknowledgement(sender).emit(new byte[0]));
        transmitter.busy();
        antenna.transmit(to, frame, WifiTiming.air(frame.bytes().length,
                WifiTiming.basic(WifiTransmitter.rate(antenna, to))));
    }

    void drop(Content frame, String why) {
        trace.note(events.now(), end.device(), frame.frame(), "dropped at " + end.device() + ": " + why);
    }
}
