package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Field.Format;

/**
 * An option in a hop-by-hop or destination options header (RFC 8200, section 4.2).
 *
 * @param type its first two bits say what a node that does not know it is to do
 * @param offset where it starts, in bytes of what holds it
 * @param length bytes behind type and length; -1 for the one byte of {@link #PAD1}
 */
public record Ipv6Option(int type, int offset, int length) {

    /** One byte that fills a gap, without a length. */
    public static final int PAD1 = 0;
    /** Fills a gap of two bytes or more. */
    public static final int PADN = 1;
    /** Asks routers to look at the packet (RFC 2711). */
    public static final int ROUTER_ALERT = 5;

    /** What is to be done by a node that does not know an option. */
    public enum Action {
        SKIP, DROP, DROP_AND_TELL, DROP_AND_TELL_UNLESS_MULTICAST
    }

    private static final Field TYPE = new Field("ipv6.opt.type", "Type", 0, 8, Format.HEX,
            "Which option it is. RFC 8200, section 4.2.");
    private static final Field ACTION = new Field("ipv6.opt.type.action", "Action", 0, 2, Format.DECIMAL,
            "For nodes that do not know it: 0 skip it, 1 drop the packet, 2 and 3 tell its sender too. RFC 8200, "
                    + "section 4.2.");
    private static final Field CHANGE = new Field("ipv6.opt.type.change", "May Change", 2, 1, Format.FLAG,
            "Whether routers may change it. RFC 8200, section 4.2.");
    private static final Field REST = new Field("ipv6.opt.type.rest", "Low-Order Bits", 3, 5, Format.HEX,
            "The rest of the type. RFC 8200, section 4.2.");
    private static final Field LENGTH = new Field("ipv6.opt.length", "Length", 8, 8, Format.DECIMAL,
            "Bytes of data behind it. RFC 8200, section 4.2.");
    private static final FieldTable TABLE = new FieldTable(TYPE, ACTION, CHANGE, REST, LENGTH);
    private static final Field PADDING = new Field("ipv6.opt.padn", "Padding", 16, 0, Format.BYTES,
            "Zeros that bring what follows to a multiple of 8 bytes. RFC 8200, section 4.2.");
    private static final Field ALERT = new Field("ipv6.opt.router_alert", "Router Alert", 16, 16, Format.DECIMAL,
            "Asks routers to look at the packet: 0 for a multicast listener's message. RFC 2711, section 2.1.");
    private static final Field DATA = new Field("ipv6.opt.unknown", "Data", 16, 0, Format.BYTES,
            "What the option says; passed on unread. RFC 8200, section 4.2.");

    static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(PADDING, ALERT, DATA));
    }

    /** The options between two offsets; the last may be cut off, which {@link #isCut} says. */
    static List<Ipv6Option> list(byte[] bytes, int start, int end) {
        List<Ipv6Option> options = new ArrayList<>();
        int at = start;
        while (at < end) {
            int type = bytes[at] & 0xff;
            int length = type == PAD1 ? -1 : at + 1 < end ? bytes[at + 1] & 0xff : 0;
            options.add(new Ipv6Option(type, at, length));
            at += 2 + length;
        }
        return options;
    }

    /** True if it goes on where its header, which ends at {@code end}, does not. */
    public boolean isCut(int end) {
        return offset + 2 + length > end;
    }

    /** True if this stack knows what it means. */
    public boolean isKnown() {
        return type == PAD1 || type == PADN || type == ROUTER_ALERT;
    }

    public Action action() {
        return Action.values()[type >> 6];
    }

    List<FieldValue> describe(byte[] frame) {
        List<FieldValue> fields = new ArrayList<>();
        if (type == PAD1) {
            fields.add(FieldTable.value(TYPE, frame, offset * 8, 8));
            return fields;
        }
        fields.addAll(TABLE.describe(frame, offset));
        if (type == ROUTER_ALERT && length == 2) {
            fields.add(FieldTable.value(ALERT, frame, offset * 8 + 16, 16));
        } else if (type == PADN && offset + 2 + length <= frame.length) {
            fields.add(FieldTable.value(PADDING, frame, offset * 8 + 16, length * 8));
        }
        return fields;
    }
}
