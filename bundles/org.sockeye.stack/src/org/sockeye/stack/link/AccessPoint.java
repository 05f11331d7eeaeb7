package org.sockeye.stack.link;

import java.util.Optional;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.Port;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.WifiFrame;

/**
 * Passes frames on between its stations, and between them and its cables: a {@linkplain Switch learning switch} one of
 * whose ports is the air. Headers are exchanged on the way (IEEE 802.11-2020, section 9.3.2.1; RFC 1042), the addresses
 * of sender and receiver stay.
 */
public final class AccessPoint {

    private final WifiCell cell;
    private final WifiPort air;
    private final Switch cables;
    private final Port towardsCables;

    /** @param end of its antenna; its address is the cell's */
    public AccessPoint(LinkEnd end, WifiCell cell, EventQueue events, Trace trace, Randomness randomness) {
        this.cell = cell;
        this.air = new WifiPort(end, cell.accessPoint(), cell, events, trace, randomness, this::fromAir);
        this.cables = new Switch(end.device(), events, trace);
        this.towardsCables = cables.plug(end.port(), this::fromCables);
    }

    /** Plugs a cable in; {@code end} is one of the cable's, whose frames carry at most {@code maximumPayload} bytes. */
    public void plug(Cable cable, LinkEnd end, int maximumPayload) {
        cables.plug(cable, end, PortVlans.NONE, maximumPayload);
    }

    /** Who was heard where; the antenna is one of the ports. */
    public MacTable table() {
        return cables.table();
    }

    private void fromAir(WifiFrame header, Content frame) {
        int offset = WifiFrame.HEADER_LENGTH;
        int length = frame.bytes().length - offset - WifiFrame.FCS_LENGTH;
        MacAddress destination = header.destination();
        Optional<SnapHeader> snap = SnapHeader.parse(frame.bytes(), offset, length);
        if ((header.flags() & WifiFrame.TO_ACCESS_POINT) == 0) {
            air.drop(frame, "it is not for the access point to pass on");
            return;
        } else if (destination.equals(cell.accessPoint())) {
            air.drop(frame, "the access point itself takes no data");
            return;
        } else if (snap.isEmpty()) {
            air.drop(frame, "no protocol's type stands in it");
            return;
        }
        if (destination.isGroup() || cell.has(destination)) {
            air.sendData(WifiFrame.FROM_ACCESS_POINT, destination, header.source(), frame.part(offset, length));
        }
        if (!cell.has(destination)) {
            Content payload = frame.part(offset + SnapHeader.LENGTH, length - SnapHeader.LENGTH);
            byte[] bytes = new EthernetFrame(destination, header.source(), snap.get().type()).emit(payload.bytes());
            towardsCables.receive(payload.wrapped(bytes, EthernetFrame.HEADER_LENGTH));
        }
    }

    private void fromCables(Content frame) {
        byte[] bytes = frame.bytes();
        MacAddress destination = MacAddress.of(bytes, 0);
        if (destination.isGroup() || cell.has(destination)) {
            int length = bytes.length - EthernetFrame.HEADER_LENGTH - EthernetFrame.FCS_LENGTH;
            air.send(WifiFrame.FROM_ACCESS_POINT, destination, MacAddress.of(bytes, 6), EthernetFrame.type(bytes),
                    frame.part(EthernetFrame.HEADER_LENGTH, length));
        }
    }
}
