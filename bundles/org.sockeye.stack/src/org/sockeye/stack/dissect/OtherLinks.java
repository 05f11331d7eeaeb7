package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * What captures of the real world begin with where no Ethernet header stands: nothing but an IP datagram, the address
 * family that BSD's loopback interface writes, or what Linux makes up for its "any" interface.
 */
final class OtherLinks {

    private static final int IPV6 = 0x86dd;
    /** Hardware type of Linux for Ethernet; its loopback, 772, has addresses of the same kind. */
    private static final int MAC_LENGTH = 6;

    private static final Field FAMILY = new Field("null.family", "Family", 0, 32, Format.DECIMAL,
            "The kind of addresses of what follows, by the number that the capturing system gives it: 2 is IPv4.");
    private static final Field PACKET_TYPE = new Field("sll.pkttype", "Packet type", 0, 16, Format.DECIMAL,
            "How the capturing host met the packet: 0 it was for it, 1 broadcast, 2 multicast, 3 for others, 4 sent by it.");
    private static final Field HARDWARE = new Field("sll.hatype", "Link-layer address type", 0, 16, Format.DECIMAL,
            "The kind of interface: 1 is Ethernet, 772 loopback.");
    private static final Field ADDRESS_LENGTH = new Field("sll.halen", "Link-layer address length", 0, 16,
            Format.DECIMAL, "Bytes of the sender's address.");
    private static final Field ADDRESS = new Field("sll.src.eth", "Source", 0, 48, Format.MAC, "The sender.");
    private static final Field OTHER_ADDRESS = new Field("sll.src.other", "Source", 0, 0, Format.BYTES, "The sender.");
    private static final Field UNUSED = new Field("sll.unused", "Unused", 0, 0, Format.BYTES,
            "Room that the address does not need.");
    private static final Field PROTOCOL = new Field("sll.etype", "Protocol", 0, 16, Format.HEX,
            "Which protocol the payload belongs to, by the numbers of Ethernet.");
    private static final Field INTERFACE = new Field("sll.ifindex", "Interface index", 0, 32, Format.DECIMAL,
            "The number of the interface at the capturing host.");

    private OtherLinks() {
    }

    /** The fields that there may be. */
    static List<Field> fields() {
        return List.of(FAMILY, PACKET_TYPE, HARDWARE, ADDRESS_LENGTH, ADDRESS, OTHER_ADDRESS, UNUSED, PROTOCOL,
                INTERFACE);
    }

    /** Takes apart a frame of that link type, by the numbers of capture files; what is unknown is data. */
    static void unwrap(Unwrapping to, int linkType) {
        switch (linkType) {
            case 0, 108 -> loopback(to, linkType == 0 && isLittleEndian(to.frame));
            case 12, 14, 101, 228, 229 -> raw(to);
            case 113 -> cooked(to);
            case 276 -> cookedAgain(to);
            default -> data(to, 0);
        }
    }

    private static void data(Unwrapping to, int offset) {
        to.add(ApplicationDissector.data(Layer.LINK, to.frame, offset, to.frame.length - offset));
    }

    private static void raw(Unwrapping to) {
        add(to, "Raw IP", "raw", "no link layer was captured", 0, List.of());
        network(to, version(to.frame, 0), 0);
    }

    private static int version(byte[] frame, int offset) {
        return offset == frame.length ? 0 : switch (frame[offset] >> 4 & 0xf) {
            case 4 -> EthernetFrame.IPV4;
            case 6 -> IPV6;
            default -> 0;
        };
    }

    /** The number is written in the order of the capturing machine, and never large. */
    private static boolean isLittleEndian(byte[] frame) {
        return frame.length >= 4 && frame[3] == 0 && frame[2] == 0;
    }

    private static void loopback(Unwrapping to, boolean littleEndian) {
        if (isShort(to, 4)) {
            return;
        }
        FieldValue family = FieldTable.value(FAMILY, to.frame, 0, 32);
        if (littleEndian) {
            long value = Integer.toUnsignedLong(Integer.reverseBytes((int) (long) (Long) family.value()));
            family = family.as(value, Long.toString(value));
        }
        long number = (Long) family.value();
        int type = number == 2 ? EthernetFrame.IPV4 : number == 24 || number == 28 || number == 30 ? IPV6 : 0;
        add(to, "Null/Loopback", "null", "family " + number, 4, List.of(family));
        network(to, type, 4);
    }

    private static void cooked(Unwrapping to) {
        if (isShort(to, 16)) {
            return;
        }
        List<FieldValue> fields = new ArrayList<>();
        fields.add(FieldTable.value(PACKET_TYPE, to.frame, 0, 16));
        fields.add(FieldTable.value(HARDWARE, to.frame, 16, 16));
        fields.add(FieldTable.value(ADDRESS_LENGTH, to.frame, 32, 16));
        address(fields, to.frame, 6, (to.frame[4] & 0xff) << 8 | to.frame[5] & 0xff);
        fields.add(FieldTable.value(PROTOCOL, to.frame, 14 * 8, 16));
        cooked(to, fields, 14, 16);
    }

    private static void cookedAgain(Unwrapping to) {
        if (isShort(to, 20)) {
            return;
        }
        List<FieldValue> fields = new ArrayList<>();
        fields.add(FieldTable.value(PROTOCOL, to.frame, 0, 16));
        fields.add(FieldTable.value(INTERFACE, to.frame, 32, 32));
        fields.add(FieldTable.value(HARDWARE, to.frame, 64, 16));
        fields.add(FieldTable.value(PACKET_TYPE, to.frame, 80, 8));
        fields.add(FieldTable.value(ADDRESS_LENGTH, to.frame, 88, 8));
        address(fields, to.frame, 12, to.frame[11] & 0xff);
        cooked(to, fields, 0, 20);
    }

    /** The sender's address in its eight bytes of room. */
    private static void address(List<FieldValue> fields, byte[] frame, int offset, int declared) {
        int length = Math.min(declared, 8);
        if (length == MAC_LENGTH) {
            fields.add(FieldTable.value(ADDRESS, frame, offset * 8, 48));
        } else if (length > 0) {
            fields.add(FieldTable.value(OTHER_ADDRESS, frame, offset * 8, length * 8));
        }
        if (length < 8) {
            fields.add(FieldTable.value(UNUSED, frame, (offset + length) * 8, (8 - length) * 8));
        }
    }

    private static void cooked(Unwrapping to, List<FieldValue> fields, int protocol, int header) {
        int type = (to.frame[protocol] & 0xff) << 8 | to.frame[protocol + 1] & 0xff;
        for (FieldValue field : fields) {
            to.source = field.field() == ADDRESS ? field.text() : to.source;
        }
        add(to, "SLL", "sll", "seen by Linux's \"any\" interface", header, fields);
        network(to, type, header);
    }

    private static boolean isShort(Unwrapping to, int header) {
        boolean tooShort = to.frame.length < header;
        if (tooShort) {
            to.malformed(Layer.LINK, "Link", 0, to.frame.length, "the frame is too short for its link header");
        }
        return tooShort;
    }

    private static void add(Unwrapping to, String protocol, String name, String summary, int header,
            List<FieldValue> fields) {
        to.protocol = protocol;
        to.add(new Envelope(Layer.LINK, protocol, name, summary, 0, header, to.frame.length - header, 0, fields,
                List.of()));
    }

    private static void network(Unwrapping to, int type, int offset) {
        if (type == 0) {
            data(to, offset);
        } else {
            EtherTypes.unwrap(to, type, offset, EtherTypes.length(type, to.frame, offset, to.frame.length - offset));
        }
    }
}
