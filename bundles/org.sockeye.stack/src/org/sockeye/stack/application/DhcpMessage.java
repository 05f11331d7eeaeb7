package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/**
 * A DHCP message (RFC 2131, section 2).
 *
 * <pre>
 *  +---------------+---------------+---------------+---------------+
 *  |    op (1)     |   htype (1)   |   hlen (1)    |   hops (1)    |
 *  +---------------+---------------+---------------+---------------+
 *  |                            xid (4)                            |
 *  +-------------------------------+-------------------------------+
 *  |           secs (2)            |  flags (2): the first, broadcast
 *  +-------------------------------+-------------------------------+
 *  |   client's address (4), your address (4), next server's (4)   |
 *  |   relay's address (4), hardware address (16)                  |
 *  |   server's name (64), boot file (128), cookie (4), options    |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * @param reply false from a client, true from a server
 * @param transaction chosen by the client; comes back in the answers
 * @param seconds for how long the client has been trying
 * @param broadcast true if the client cannot be reached by its address yet
 * @param client the address that the client has already
 * @param yours the address that it gets
 * @param relay who passed the message on between the links, or 0.0.0.0
 * @param mac the client's interface
 * @param options all else, the message's type among it
 */
public record DhcpMessage(boolean reply, int transaction, int seconds, boolean broadcast, Ipv4Address client,
        Ipv4Address yours, Ipv4Address relay, MacAddress mac, List<DhcpOption> options) {

    public static final int SERVER_PORT = 67;
    public static final int CLIENT_PORT = 68;
    /** Bytes before the options, the cookie among them. */
    public static final int FIXED_LENGTH = 240;
    /** Message types (RFC 2132, section 9.6). */
    public static final int DISCOVER = 1;
    public static final int OFFER = 2;
    public static final int REQUEST = 3;
    public static final int DECLINE = 4;
    public static final int ACK = 5;
    public static final int NAK = 6;
    public static final int RELEASE = 7;
    public static final int INFORM = 8;

    /** As old BOOTP relays demand (RFC 1542, section 2.1). */
    private static final int SMALLEST = 300;
    private static final int COOKIE = 0x63825363;
    private static final int BROADCAST_FLAG = 0x8000;

    static final Field OPERATION = field("type", "Message type", 0, 8, Format.DECIMAL, "1 from a client, 2 to one.");
    static final Field HARDWARE = field("hw.type", "Hardware type", 8, 8, Format.HEX, "1 is Ethernet.");
    static final Field HARDWARE_LENGTH = field("hw.len", "Hardware address length", 16, 8, Format.DECIMAL,
            "Bytes of a link-layer address: 6 for Ethernet.");
    static final Field HOPS = field("hops", "Hops", 24, 8, Format.DECIMAL, "How many relays passed it on.");
    static final Field TRANSACTION = field("id", "Transaction ID", 32, 32, Format.HEX,
            "Chosen by the client, so that it knows the answers to its questions.");
    static final Field SECONDS = field("secs", "Seconds elapsed", 64, 16, Format.DECIMAL,
            "For how long the client has been trying.");
    static final Field FLAGS = field("flags", "Bootp flags", 80, 16, Format.HEX, "The first one means broadcast.");
    static final Field BROADCAST = field("flags.bc", "Broadcast flag", 80, 1, Format.FLAG,
            "The client cannot be reached by its address yet.");
    static final Field RESERVED = field("flags.reserved", "Reserved flags", 81, 15, Format.HEX, "Zero.");
    static final Field CLIENT = field("ip.client", "Client IP address", 96, 32, Format.IP,
            "The address that the client has already.");
    static final Field YOURS = field("ip.your", "Your (client) IP address", 128, 32, Format.IP,
            "The address that the client gets.");
    static final Field NEXT = field("ip.server", "Next server IP address", 160, 32, Format.IP,
            "Where to get what to boot.");
    static final Field RELAY = field("ip.relay", "Relay agent IP address", 192, 32, Format.IP,
            "Who passed the message on between the links.");
    static final Field MAC = field("hw.mac_addr", "Client MAC address", 224, 48, Format.MAC, "The client's interface.");
    private static final Field MAGIC = field("cookie", "Magic cookie", 236 * 8, 32, Format.IP, "Options follow.");

    public DhcpMessage {
        options = List.copyOf(options);
    }

    private static Field field(String name, String label, int bit, int bits, Format format, String meaning) {
        return new Field("dhcp." + name, label, bit, bits, format, meaning + " RFC 2131, section 2.");
    }

    static FieldTable table() {
        return new FieldTable(OPERATION, HARDWARE, HARDWARE_LENGTH, HOPS, TRANSACTION, SECONDS, FLAGS, BROADCAST,
                RESERVED, CLIENT, YOURS, NEXT, RELAY, MAC);
    }

    static Field cookie() {
        return MAGIC;
    }

    /** Reads a message; empty if it is malformed or not about Ethernet. */
    public static Optional<DhcpMessage> parse(byte[] bytes, int offset, int length) {
        if (length < FIXED_LENGTH || MAGIC.read(bytes, offset) != COOKIE || HARDWARE.read(bytes, offset) != 1
                || HARDWARE_LENGTH.read(bytes, offset) != 6) {
            return Optional.empty();
        }
        List<DhcpOption> options = new ArrayList<>();
        int at = offset + FIXED_LENGTH;
        int end = offset + length;
        while (at < end && (bytes[at] & 0xff) != DhcpOption.END) {
            if (bytes[at] == DhcpOption.PAD) {
                at++;
            } else if (at + 1 == end || (bytes[at + 1] & 0xff) > end - at - 2) {
                return Optional.empty();
            } else {
                int size = bytes[at + 1] & 0xff;
                options.add(new DhcpOption(bytes[at] & 0xff, Arrays.copyOfRange(bytes, at + 2, at + 2 + size)));
                at += 2 + size;
            }
        }
        return Optional.of(new DhcpMessage(OPERATION.read(bytes, offset) == 2, (int) TRANSACTION.read(bytes, offset),
                (int) SECONDS.read(bytes, offset), BROADCAST.read(bytes, offset) == 1,
                Ipv4Address.of(bytes, offset + 12), Ipv4Address.of(bytes, offset + 16),
                Ipv4Address.of(bytes, offset + 24), MacAddress.of(bytes, offset + 28), options));
    }

    /** The message's bytes. */
    public byte[] emit() {
        byte[] fixed = new byte[FIXED_LENGTH];
        OPERATION.write(fixed, 0, reply ? 2 : 1);
        HARDWARE.write(fixed, 0, 1);
        HARDWARE_LENGTH.write(fixed, 0, 6);
        TRANSACTION.write(fixed, 0, transaction);
        SECONDS.write(fixed, 0, seconds);
        FLAGS.write(fixed, 0, broadcast ? BROADCAST_FLAG : 0);
        CLIENT.write(fixed, 0, client.bits());
        YOURS.write(fixed, 0, yours.bits());
        RELAY.write(fixed, 0, relay.bits());
        MAC.write(fixed, 0, mac.bits());
        MAGIC.write(fixed, 0, COOKIE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(fixed);
        for (DhcpOption option : options) {
            out.write(option.code());
            out.write(option.bytes().length);
            out.writeBytes(option.bytes());
        }
        out.write(DhcpOption.END);
        return Arrays.copyOf(out.toByteArray(), Math.max(out.size(), SMALLEST));
    }

    /** {@link #DISCOVER} ...; 0 if it does not say. */
    public int type() {
        return option(DhcpOption.MESSAGE_TYPE).filter(bytes -> bytes.length == 1).map(bytes -> (int) bytes[0])
                .orElse(0);
    }

    /** What an option says. */
    public Optional<byte[]> option(int code) {
        return options.stream().filter(option -> option.code() == code).map(DhcpOption::bytes).findFirst();
    }

    /** The addresses in an option, the preferred first. */
    public List<Ipv4Address> addresses(int code) {
        byte[] bytes = option(code).orElse(new byte[0]);
        List<Ipv4Address> addresses = new ArrayList<>();
        for (int at = 0; at + 4 <= bytes.length; at += 4) {
            addresses.add(Ipv4Address.of(bytes, at));
        }
        return addresses;
    }

    /** The number of four bytes in an option. */
    public OptionalLong number(int code) {
        List<Ipv4Address> read = addresses(code);
        return read.isEmpty() ? OptionalLong.empty() : OptionalLong.of(read.getFirst().bits() & 0xffff_ffffL);
    }

    /** The text in an option. */
    public Optional<String> text(int code) {
        return option(code).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Such as "Discover". */
    public static String typeName(int type) {
        return switch (type) {
            case DISCOVER -> "Discover";
            case OFFER -> "Offer";
            case REQUEST -> "Request";
            case DECLINE -> "Decline";
            case ACK -> "ACK";
            case NAK -> "NAK";
            case RELEASE -> "Release";
            case INFORM -> "Inform";
            default -> "message of type " + type;
        };
    }
}
