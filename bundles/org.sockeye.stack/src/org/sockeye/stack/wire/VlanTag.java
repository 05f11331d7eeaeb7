package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * What a switch puts between the addresses and the type of a frame, so that the next one knows to which virtual LAN it
 * belongs (IEEE 802.1Q-2018, section 9).
 *
 * <pre>
 *  +-------------+----------+-----+----------+- - - - - - - - - - -
 *  |    type     | priority | DEI |  VLAN    |  type of the payload
 *  |   0x8100    |  3 bits  |  1  | 12 bits  |
 *  +-------------+----------+-----+----------+- - - - - - - - - - -
 * </pre>
 *
 * <p>Its own type is the type of the Ethernet header, and what follows that header, 4 bytes, is the tag.
 *
 * @param priority 0 to 7, the highest first served
 * @param dropEligible true if the frame may be dropped before others
 * @param vlan 1 to 4094; 0 for a frame that has a priority only
 * @param type what the payload is, as {@link EthernetFrame} names it
 */
public record VlanTag(int priority, boolean dropEligible, int vlan, int type) {

    /** The type of a frame with a tag. */
    public static final int TYPE = 0x8100;
    /** Bytes that a tag adds to a frame. */
    public static final int LENGTH = 4;
    /** The highest number that a virtual LAN may have. */
    public static final int LAST = 4094;

    private static final Field PRIORITY = new Field("vlan.priority", "Priority", 0, 3, Format.DECIMAL,
            "Which frames a switch serves first. IEEE 802.1Q, section 9.6.");
    private static final Field DROP_ELIGIBLE = new Field("vlan.dei", "Drop eligible", 3, 1, Format.FLAG,
            "Whether the frame may be dropped before others. IEEE 802.1Q, section 9.6.");
    private static final Field VLAN = new Field("vlan.id", "VLAN", 4, 12, Format.DECIMAL,
            "The virtual LAN that the frame belongs to, which it does not leave. IEEE 802.1Q, section 9.6.");
    private static final Field TYPE_BEHIND = new Field("vlan.etype", "Type", 16, 16, Format.HEX,
            "Which protocol the payload belongs to. IEEE 802.1Q, section 9.4.");
    private static final FieldTable TABLE = new FieldTable(PRIORITY, DROP_ELIGIBLE, VLAN, TYPE_BEHIND);
    private static final Field PADDING = new Field("eth.padding", "Padding", 0, 0, Format.BYTES,
            "Zeros that bring a short frame to the 64 bytes that collision detection needs. IEEE 802.3, section "
                    + "3.2.8.");
    private static final Field TRAILER = new Field("vlan.trailer", "Trailer", 0, 0, Format.BYTES,
            "What follows behind the payload and the padding that the frame would need.");
    /** Where padding ends that Wireshark calls so: where it would, if the frame had no tag. */
    private static final int PADDED = EthernetFrame.MINIMUM_LENGTH - EthernetFrame.FCS_LENGTH - LENGTH;

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(TRAILER));
    }

    /** Reads the tag behind the Ethernet header's type; empty if the frame is too short. */
    public static Optional<VlanTag> parse(byte[] frame, int offset, int length) {
        return length < LENGTH ? Optional.empty()
                : Optional.of(new VlanTag((int) PRIORITY.read(frame, offset), DROP_ELIGIBLE.read(frame, offset) == 1,
                        (int) VLAN.read(frame, offset), (int) TYPE_BEHIND.read(frame, offset)));
    }

    /** The virtual LAN of a frame that has a tag. */
    public static int vlan(byte[] frame) {
        return (frame[14] & 0xf) << 8 | frame[15] & 0xff;
    }

    /** The tag's 4 bytes: as they stand behind the Ethernet header, the type of the payload last. */
    public byte[] emit() {
        byte[] bytes = new byte[LENGTH];
        put(bytes, 0);
        bytes[2] = (byte) (type >> 8);
        bytes[3] = (byte) type;
        return bytes;
    }

    /** Writes the tag's two bytes of priority and VLAN. */
    public void put(byte[] frame, int offset) {
        int control = priority << 13 | (dropEligible ? 1 << 12 : 0) | vlan;
        frame[offset] = (byte) (control >> 8);
        frame[offset + 1] = (byte) control;
    }

    /**
     * The tag as a layer of a dissected frame.
     *
     * @param offset where it starts
     * @param payloadLength how many bytes the layer above says are its own
     * @param end where the frame ends, but for its FCS
     */
    public Envelope describe(byte[] frame, int offset, int payloadLength, int end) {
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, offset,
                value -> value.field() == TYPE_BEHIND ? value.meaning(EthernetFrame.typeName(type)) : value));
        int behind = offset + LENGTH + payloadLength;
        int trailer = Math.min(end, Math.max(behind, PADDED));
        if (behind < trailer) {
            fields.add(FieldTable.value(PADDING, frame, behind * 8, (trailer - behind) * 8));
        }
        if (trailer < end) {
            fields.add(FieldTable.value(TRAILER, frame, trailer * 8, (end - trailer) * 8));
        }
        return new Envelope(Layer.LINK, "802.1Q", "vlan", "VLAN " + vlan, offset, LENGTH, payloadLength, end - behind,
                fields, List.of());
    }
}
