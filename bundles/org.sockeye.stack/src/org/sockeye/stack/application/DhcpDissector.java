package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** A DHCP message's fields where they stand in a frame (RFC 2131, section 2; RFC 2132). */
public final class DhcpDissector {

    private static final Field HARDWARE_PADDING = new Field("dhcp.hw.addr_padding", "Client hardware address padding",
            34 * 8, 80, Format.BYTES, "Room that the address does not need.");
    private static final Field SERVER_NAME = new Field("dhcp.server", "Server host name", 44 * 8, 64 * 8, Format.TEXT,
            "The server's name; seldom given. RFC 2131, section 2.");
    private static final Field FILE = new Field("dhcp.file", "Boot file name", 108 * 8, 128 * 8, Format.TEXT,
            "What to boot; seldom given. RFC 2131, section 2.");
    private static final Field TYPE = new Field("dhcp.option.type", "Option", 0, 8, Format.DECIMAL,
            "What the option is about. RFC 2132.");
    private static final Field LENGTH = new Field("dhcp.option.length", "Length", 0, 8, Format.DECIMAL,
            "Bytes of the option.");
    private static final Field VALUE = new Field("dhcp.option.value", "Value", 0, 0, Format.BYTES,
            "What the option says.");
    private static final Field END = new Field("dhcp.option.end", "Option End", 0, 8, Format.DECIMAL,
            "No option follows. RFC 2132, section 3.2.");
    private static final Field PADDING = new Field("dhcp.option.padding", "Padding", 0, 0, Format.BYTES,
            "Zeros up to the length that old relays want.");
    private static final Field HARDWARE = new Field("dhcp.hw.type", "Hardware type", 0, 8, Format.HEX, "1: Ethernet.");

    /** Options with a value of their own; those of addresses and single bytes may hold several. */
    private static final Map<Integer, Field> KNOWN = Map.ofEntries(
            known(DhcpOption.SUBNET_MASK, "subnet_mask", "Subnet Mask", 32, Format.IP),
            known(DhcpOption.ROUTER, "router", "Router", 32, Format.IP),
            known(DhcpOption.NAME_SERVER, "domain_name_server", "Domain Name Server", 32, Format.IP),
            known(DhcpOption.HOST_NAME, "hostname", "Host Name", 0, Format.TEXT),
            known(DhcpOption.DOMAIN_NAME, "domain_name", "Domain Name", 0, Format.TEXT),
            known(28, "broadcast_address", "Broadcast Address", 32, Format.IP),
            known(DhcpOption.REQUESTED_ADDRESS, "requested_ip_address", "Requested IP Address", 32, Format.IP),
            known(DhcpOption.LEASE_TIME, "ip_address_lease_time", "IP Address Lease Time", 32, Format.DECIMAL),
            known(DhcpOption.MESSAGE_TYPE, "dhcp", "DHCP", 8, Format.DECIMAL),
            known(DhcpOption.SERVER, "dhcp_server_id", "DHCP Server Identifier", 32, Format.IP),
            known(DhcpOption.WANTED, "request_list_item", "Parameter Request List Item", 8, Format.DECIMAL),
            known(DhcpOption.MESSAGE, "message", "Message", 0, Format.TEXT),
            known(DhcpOption.LARGEST_MESSAGE, "dhcp_max_message_size", "Maximum DHCP Message Size", 16,
                    Format.DECIMAL),
            known(DhcpOption.RENEWAL_TIME, "renewal_time_value", "Renewal Time Value", 32, Format.DECIMAL),
            known(DhcpOption.REBINDING_TIME, "rebinding_time_value", "Rebinding Time Value", 32, Format.DECIMAL),
            known(60, "vendor_class_id", "Vendor class identifier", 0, Format.TEXT));

    private DhcpDissector() {
    }

    private static Map.Entry<Integer, Field> known(int code, String name, String label, int bits, Format format) {
        return Map.entry(code, new Field("dhcp.option." + name, label, 0, bits, format, "RFC 2132."));
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        List<Field> known = KNOWN.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue)
                .toList();
        return FieldTable.join(DhcpMessage.table().fields(), List.of(HARDWARE_PADDING, SERVER_NAME, FILE,
                DhcpMessage.cookie(), TYPE, LENGTH, VALUE, END, PADDING), known);
    }

    /** The message that stands there; empty if none does. */
    public static Optional<Envelope> describe(byte[] frame, int offset, int length) {
        return DhcpMessage.parse(frame, offset, length).map(message -> {
            List<FieldValue> fields = new ArrayList<>(DhcpMessage.table().describe(frame, offset));
            fields.add(at(HARDWARE_PADDING, frame, offset));
            fields.add(text(SERVER_NAME, frame, offset));
            fields.add(text(FILE, frame, offset));
            fields.add(at(DhcpMessage.cookie(), frame, offset));
            options(fields, frame, offset + DhcpMessage.FIXED_LENGTH, offset + length);
            String given = message.yours().isUnspecified() ? "" : " of " + message.yours();
            return new Envelope(Layer.APPLICATION, "DHCP", "dhcp", DhcpMessage.typeName(message.type()) + given, offset,
                    length, 0, 0, fields, List.of());
        });
    }

    private static FieldValue at(Field field, byte[] frame, int offset) {
        return FieldTable.value(field, frame, offset * 8 + field.bitOffset(), field.bitLength());
    }

    /** Text up to the first zero. */
    private static FieldValue text(Field field, byte[] frame, int offset) {
        int from = offset + field.bitOffset() / 8;
        int to = from;
        while (to < from + field.bitLength() / 8 && frame[to] != 0) {
            to++;
        }
        String text = new String(frame, from, to - from, StandardCharsets.UTF_8);
        return new FieldValue(field, text, text.isEmpty() ? "not given" : text, from * 8, field.bitLength());
    }

    private static void options(List<FieldValue> fields, byte[] frame, int start, int end) {
        int at = start;
        while (at < end && (frame[at] & 0xff) != DhcpOption.END) {
            if (frame[at] == DhcpOption.PAD) {
                at++;
                continue;
            }
            int code = frame[at] & 0xff;
            int length = frame[at + 1] & 0xff;
            fields.add(FieldTable.value(TYPE, frame, at * 8, 8));
            fields.add(FieldTable.value(LENGTH, frame, at * 8 + 8, 8));
            fields.add(FieldTable.value(VALUE, frame, at * 8 + 16, length * 8));
            values(fields, frame, code, at + 2, length);
            at += 2 + length;
        }
        if (at < end) {
            // Wireshark counts the end as an option of type 0.
            fields.add(FieldTable.value(TYPE, frame, at * 8, 8).as(0L, "255 (End)"));
            fields.add(FieldTable.value(END, frame, at * 8, 8));
            if (at + 1 < end) {
                fields.add(FieldTable.value(PADDING, frame, at * 8 + 8, (end - at - 1) * 8));
            }
        }
    }

    private static void values(List<FieldValue> fields, byte[] frame, int code, int at, int length) {
        Field known = KNOWN.get(code);
        if (known != null && known.bitLength() == 0) {
            fields.add(FieldTable.value(known, frame, at * 8, length * 8));
        } else if (known != null) {
            int size = known.bitLength() / 8;
            for (int i = 0; i + size <= length; i += size) {
                FieldValue value = FieldTable.value(known, frame, (at + i) * 8, size * 8);
                fields.add(code == DhcpOption.MESSAGE_TYPE ? value.meaning(DhcpMessage.typeName(frame[at])) : value);
            }
        } else if (code == DhcpOption.CLIENT && length == 7 && frame[at] == 1) {
            fields.add(FieldTable.value(HARDWARE, frame, at * 8, 8));
            fields.add(FieldTable.value(DhcpMessage.MAC, frame, at * 8 + 8, 48));
        }
    }
}
