package org.sockeye.stack.wire;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * What stands before a datagram in the payload of a WiFi frame: a Logical Link Control header with the Subnetwork Access
 * Protocol behind it (IEEE 802.2; RFC 1042), since 802.11's own header has no type.
 *
 * @param type what the payload is, as {@link EthernetFrame} names it
 */
public record SnapHeader(int type) {

    /** Bytes of the header. */
    public static final int LENGTH = 8;

    private static final int SNAP = 0xaa;
    private static final int UNNUMBERED = 0x03;

    private static final Field DESTINATION = new Field("llc.dsap", "DSAP", 0, 8, Format.HEX,
            "Which service is to take the frame: 0xaa, the type further on says which. IEEE 802.2, section 3.2.");
    private static final Field SOURCE = new Field("llc.ssap", "SSAP", 8, 8, Format.HEX,
            "Which service sent it. IEEE 802.2, section 3.2.");
    private static final Field CONTROL = new Field("llc.control", "Control field", 16, 16, Format.HEX,
            "0x03: information that is neither numbered nor acknowledged. IEEE 802.2, section 3.2.");
    private static final Field ORGANISATION = new Field("llc.oui", "Organization Code", 24, 24, Format.DECIMAL,
            "Who defines the types: 0 for those of Ethernet. RFC 1042.");
    private static final Field TYPE = new Field("llc.type", "Type", 48, 16, Format.HEX,
            "Which protocol the payload belongs to: 0x0800 IPv4, 0x0806 ARP. RFC 1042.");
    private static final FieldTable TABLE = new FieldTable(DESTINATION, SOURCE, CONTROL, ORGANISATION, TYPE);

    /** The fields that it has. */
    public static List<Field> fields() {
        return TABLE.fields();
    }

    /** Reads the header at {@code offset}; empty if it is cut short or none that stands for a type of Ethernet's. */
    public static Optional<SnapHeader> parse(byte[] frame, int offset, int length) {
        boolean known = length >= LENGTH && DESTINATION.read(frame, offset) == SNAP
                && SOURCE.read(frame, offset) == SNAP && frame[offset + 2] == UNNUMBERED
                && ORGANISATION.read(frame, offset) == 0;
        return known ? Optional.of(new SnapHeader((int) TYPE.read(frame, offset))) : Optional.empty();
    }

    /** The header's bytes. */
    public byte[] emit() {
        byte[] header = new byte[LENGTH];
        DESTINATION.write(header, 0, SNAP);
        SOURCE.write(header, 0, SNAP);
        header[2] = UNNUMBERED;
        TYPE.write(header, 0, type);
        return header;
    }

    /** The header as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset, int payloadLength) {
        List<FieldValue> fields = TABLE.describe(frame, offset, this::inWords);
        return new Envelope(Layer.LINK, "LLC", "llc", "type " + EthernetFrame.typeName(type), offset, LENGTH,
                payloadLength, 0, fields, List.of());
    }

    private FieldValue inWords(FieldValue value) {
        if (value.field() == CONTROL) {
            // A byte, of which Wireshark makes a number of two, since some control fields have as many.
            return new FieldValue(CONTROL, (long) UNNUMBERED, "0x0003", value.bitOffset(), 8).meaning("unnumbered");
        }
        return value.field() == TYPE ? value.meaning(EthernetFrame.typeName(type)) : value;
    }
}
