package org.sockeye.stack.link;

import java.util.Optional;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.WifiFrame;

/** A station's network card: everything goes through the access point, also what is for the station next to it. */
public final class WifiInterface extends Card {

    private final WifiCell cell;
    private final WifiPort port;

    /** An interface at {@code end}, which joins the cell; its link to the access point may be given conditions. */
    public WifiInterface(LinkEnd end, MacAddress address, int maximumPayload, WifiCell cell, EventQueue events,
            Trace trace, Randomness randomness) {
        super(end, address, maximumPayload);
        this.cell = cell;
        this.port = new WifiPort(end, address, cell, events, trace, randomness, this::receive);
    }

    @Override
    public void send(MacAddress destination, int type, Content payload) {
        port.send(WifiFrame.TO_ACCESS_POINT, cell.accessPoint(), destination, type, payload);
    }

    private void receive(WifiFrame header, Content frame) {
        int offset = WifiFrame.HEADER_LENGTH;
        int length = frame.bytes().length - offset - WifiFrame.FCS_LENGTH;
        Optional<SnapHeader> snap = SnapHeader.parse(frame.bytes(), offset, length);
        if ((header.flags() & WifiFrame.FROM_ACCESS_POINT) == 0) {
            port.drop(frame, "it does not come from the access point");
        } else if (header.source().equals(address)) {
            // What this station said to all comes back, since the access point says it to all.
            return;
        } else if (snap.isEmpty()) {
            port.drop(frame, "no protocol's type stands in it");
        } else {
            receiver.payload(snap.get().type(), !header.receiver().equals(address),
                    frame.part(offset + SnapHeader.LENGTH, length - SnapHeader.LENGTH));
        }
    }
}
