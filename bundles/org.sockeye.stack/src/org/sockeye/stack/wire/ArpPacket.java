package org.sockeye.stack.wire;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * An ARP packet for IPv4 over Ethernet (RFC 826).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------------------------------+-------------------------------+
 * |       hardware type = 1       |     protocol type = 0x0800    |
 * +---------------+---------------+-------------------------------+
 * | hw. length 6  | prot. length 4|            operation          |
 * +---------------+---------------+-------------------------------+
 * |                   sender hardware address                     |
 * +                               +-------------------------------+
 * |                               |    sender protocol address    |
 * +-------------------------------+-------------------------------+
 * |   (sender protocol address)   |    target hardware address    |
 * +-------------------------------+                               +
 * |                                                               |
 * +---------------------------------------------------------------+
 * |                   target protocol address                     |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * @param operation {@link #REQUEST} or {@link #REPLY}
 * @param senderMac who says it
 * @param senderAddress and its network address
 * @param targetMac whom it is about; zeros in a request
 * @param targetAddress the network address that is asked for, or the asker's in a reply
 */
public record ArpPacket(int operation, MacAddress senderMac, Ipv4Address senderAddress, MacAddress targetMac,
        Ipv4Address targetAddress) {

    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final Field HARDWARE_TYPE = new Field("arp.hw.type", "Hardware Type", 0, 16, Format.DECIMAL,
            "Which kind of link layer the question is about: 1 is Ethernet. RFC 826.");
    private static final Field PROTOCOL_TYPE = new Field("arp.proto.type", "Protocol Type", 16, 16, Format.HEX,
            "Which kind of network address is asked for: 0x0800 is IPv4. RFC 826.");
    private static final Field HARDWARE_SIZE = new Field("arp.hw.size", "Hardware Size", 32, 8, Format.DECIMAL,
            "Bytes of a link-layer address: 6 for Ethernet. RFC 826.");
    private static final Field PROTOCOL_SIZE = new Field("arp.proto.size", "Protocol Size", 40, 8, Format.DECIMAL,
            "Bytes of a network address: 4 for IPv4. RFC 826.");
    private static final Field OPERATION = new Field("arp.opcode", "Operation", 48, 16, Format.DECIMAL,
            "1 asks who has an address, 2 answers. RFC 826.");
    private static final Field SENDER_MAC = new Field("arp.src.hw_mac", "Sender MAC Address", 64, 48, Format.MAC,
            "The interface that sent this packet; whoever hears it may remember it. RFC 826.");
    private static final Field SENDER_ADDRESS = new Field("arp.src.proto_ipv4", "Sender IP Address", 112, 32, Format.IP,
            "The network address of the interface that sent this packet. RFC 826.");
    private static final Field TARGET_MAC = new Field("arp.dst.hw_mac", "Target MAC Address", 144, 48, Format.MAC,
            "In a reply the asker's interface; in a request still unknown, hence zeros. RFC 826.");
    private static final Field TARGET_ADDRESS = new Field("arp.dst.proto_ipv4", "Target IP Address", 192, 32, Format.IP,
            "In a request the address whose interface is looked for; in a reply the asker's. RFC 826.");
    private static final FieldTable TABLE = new FieldTable(HARDWARE_TYPE, PROTOCOL_TYPE, HARDWARE_SIZE, PROTOCOL_SIZE,
            OPERATION, SENDER_MAC, SENDER_ADDRESS, TARGET_MAC, TARGET_ADDRESS);

    /** The fields that it may have. */
    public static List<Field> fields() {
        return TABLE.fields();
    }

    /** Reads the packet; empty if {@code length} bytes cannot hold it or it is not about IPv4 over Ethernet. */
    public static Optional<ArpPacket> parse(byte[] bytes, int offset, int length) {
        if (length < LENGTH || HARDWARE_TYPE.read(bytes, offset) != 1
                || PROTOCOL_TYPE.read(bytes, offset) != EthernetFrame.IPV4
                || HARDWARE_SIZE.read(bytes, offset) != 6 || PROTOCOL_SIZE.read(bytes, offset) != 4) {
            return Optional.empty();
        }
        return Optional.of(new ArpPacket((int) OPERATION.read(bytes, offset), MacAddress.of(bytes, offset + 8),
                Ipv4Address.of(bytes, offset + 14), MacAddress.of(bytes, offset + 18), Ipv4Address.of(bytes,
                        offset + 24)));
    }

    /** The packet's 28 bytes. */
    public byte[] emit() {
        byte[] bytes = new byte[LENGTH];
        HARDWARE_TYPE.write(bytes, 0, 1);
        PROTOCOL_TYPE.write(bytes, 0, EthernetFrame.IPV4);
        HARDWARE_SIZE.write(bytes, 0, 6);
        PROTOCOL_SIZE.write(bytes, 0, 4);
        OPERATION.write(bytes, 0, operation);
        SENDER_MAC.write(bytes, 0, senderMac.bits());
        SENDER_ADDRESS.write(bytes, 0, senderAddress.bits());
        TARGET_MAC.write(bytes, 0, targetMac.bits());
        TARGET_ADDRESS.write(bytes, 0, targetAddress.bits());
        return bytes;
    }

    /** The packet as a layer of a dissected frame. */
    public Envelope describe(byte[] frame, int offset) {
        List<FieldValue> fields = TABLE.describe(frame, offset, value -> {
            if (value.field() == OPERATION) {
                return value.meaning(operation == REQUEST ? "request" : operation == REPLY ? "reply" : "unknown");
            }
            return value.field() == HARDWARE_TYPE ? value.meaning("Ethernet")
                    : value.field() == PROTOCOL_TYPE ? value.meaning("IPv4") : value;
        });
        return new Envelope(Layer.NETWORK, "ARP", "arp", summary(), offset, LENGTH, 0, 0, fields, List.of());
    }

    private String summary() {
        return switch (operation) {
            case REQUEST -> "Who has " + targetAddress + "? Tell " + senderAddress;
            case REPLY -> senderAddress + " is at " + senderMac;
            default -> "Unknown operation " + operation;
        };
    }
}
