package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/** An option of a Neighbour Discovery message (RFC 4861, section 4.6): type, length in units of 8 bytes, data. */
public sealed interface NdOption {

    int SOURCE_LINK_ADDRESS = 1;
    int TARGET_LINK_ADDRESS = 2;
    int PREFIX = 3;
    int MTU = 5;
    int DNS = 25;

    /** The option's bytes. */
    byte[] emit();

    /** The MAC address of the message's sender, or of its target. */
    record LinkAddress(boolean target, MacAddress address) implements NdOption {

        @Override
        public byte[] emit() {
            byte[] bytes = Fields.head(target ? TARGET_LINK_ADDRESS : SOURCE_LINK_ADDRESS, 1);
            System.arraycopy(address.toBytes(), 0, bytes, 2, 6);
            return bytes;
        }
    }

    /**
     * Addresses of the link.
     *
     * @param prefix the first of them
     * @param length bits that they have in common
     * @param onLink true if they are neighbours
     * @param autonomous true if hosts may give themselves one of them (RFC 4862)
     * @param valid for how many seconds; 0xffffffff for ever
     * @param preferred for how many seconds new connections should use them
     */
    record PrefixInformation(Ipv6Address prefix, int length, boolean onLink, boolean autonomous, long valid,
            long preferred) implements NdOption {

        @Override
        public byte[] emit() {
            byte[] bytes = Fields.head(PREFIX, 4);
            Fields.PREFIX_LENGTH.write(bytes, 0, length);
            Fields.ON_LINK.write(bytes, 0, onLink ? 1 : 0);
            Fields.AUTONOMOUS.write(bytes, 0, autonomous ? 1 : 0);
            Fields.VALID.write(bytes, 0, valid);
            Fields.PREFERRED.write(bytes, 0, preferred);
            System.arraycopy(prefix.toBytes(), 0, bytes, 16, Ipv6Address.LENGTH);
            return bytes;
        }
    }

    /** The largest packet that all nodes of the link can take, in bytes. */
    record MaximumUnit(long bytes) implements NdOption {

        @Override
        public byte[] emit() {
            byte[] emitted = Fields.head(MTU, 1);
            Fields.LINK_MTU.write(emitted, 0, bytes);
            return emitted;
        }
    }

    /** Name servers, to be used for {@code lifetime} seconds (RFC 8106, section 5.1). */
    record NameServers(long lifetime, List<Ipv6Address> servers) implements NdOption {

        @Override
        public byte[] emit() {
            byte[] bytes = Fields.head(DNS, 1 + 2 * servers.size());
            Fields.DNS_LIFETIME.write(bytes, 0, lifetime);
            for (int i = 0; i < servers.size(); i++) {
                System.arraycopy(servers.get(i).toBytes(), 0, bytes, 8 + 16 * i, Ipv6Address.LENGTH);
            }
            return bytes;
        }
    }

    /** One that this stack does not know, to be ignored. */
    record Unknown(int type, byte[] bytes) implements NdOption {

        @Override
        public byte[] emit() {
            return bytes.clone();
        }
    }

    /** The fields of options, from the start of each. */
    final class Fields {

        private static final Field TYPE = new Field("icmpv6.opt.type", "Option Type", 0, 8, Format.DECIMAL,
                "1 source's and 2 target's link-layer address, 3 prefix, 5 MTU, 25 name servers. RFC 4861, 4.6.");
        private static final Field LENGTH = new Field("icmpv6.opt.length", "Option Length", 8, 8, Format.DECIMAL,
                "Counted in units of 8 bytes. RFC 4861, section 4.6.");
        private static final FieldTable HEAD = new FieldTable(TYPE, LENGTH);
        private static final Field LINK_ADDRESS = new Field("icmpv6.opt.linkaddr", "Link-Layer Address", 16, 48,
                Format.MAC, "The MAC address. RFC 4861, section 4.6.1.");
        private static final FieldTable SOURCE = new FieldTable(LINK_ADDRESS,
                new Field("icmpv6.opt.src_linkaddr", "Source Link-Layer Address", 16, 48, Format.MAC,
                        "The sender's MAC address. RFC 4861, section 4.6.1."));
        private static final FieldTable TARGET = new FieldTable(LINK_ADDRESS,
                new Field("icmpv6.opt.target_linkaddr", "Target Link-Layer Address", 16, 48, Format.MAC,
                        "The MAC address of whoever has the target address. RFC 4861, section 4.6.1."));
        private static final Field PREFIX_LENGTH = new Field("icmpv6.opt.prefix.length", "Prefix Length", 16, 8,
                Format.DECIMAL, "Bits that the addresses of the link have in common. RFC 4861, section 4.6.2.");
        private static final Field ON_LINK = new Field("icmpv6.opt.prefix.flag.l", "On-Link", 24, 1, Format.FLAG,
                "These addresses are neighbours. RFC 4861, section 4.6.2.");
        private static final Field AUTONOMOUS = new Field("icmpv6.opt.prefix.flag.a", "Autonomous", 25, 1,
                Format.FLAG, "Hosts may give themselves one of them. RFC 4862, section 5.5.3.");
        private static final Field VALID = new Field("icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", 32, 32,
                Format.DECIMAL, "For how many seconds. RFC 4861, section 4.6.2.");
        private static final Field PREFERRED = new Field("icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime",
                64, 32, Format.DECIMAL, "For how many seconds it is good for something new. RFC 4862, section 5.5.4.");
        private static final FieldTable PREFIX_TABLE = new FieldTable(PREFIX_LENGTH,
                new Field("icmpv6.opt.prefix.flag", "Flags", 24, 8, Format.HEX, "RFC 4861, section 4.6.2."), ON_LINK,
                AUTONOMOUS,
                new Field("icmpv6.opt.prefix.flag.r", "Router Address", 26, 1, Format.FLAG, "RFC 6275, section 7.2."),
                new Field("icmpv6.opt.prefix.flag.reserved", "Reserved", 27, 5, Format.DECIMAL,
                        "Zero. RFC 4861, section 4.6.2."),
                VALID, PREFERRED, new Field("icmpv6.opt.prefix", "Prefix", 128, 128, Format.IP,
                        "The first of the addresses. RFC 4861, section 4.6.2."));
        private static final Field LINK_MTU = new Field("icmpv6.opt.mtu", "MTU", 32, 32, Format.DECIMAL,
                "The largest packet of the link. RFC 4861, section 4.6.4.");
        private static final Field DNS_LIFETIME = new Field("icmpv6.opt.rdnss.lifetime", "Lifetime", 32, 32,
                Format.DECIMAL, "For how many seconds. RFC 8106, section 5.1.");
        private static final Field DNS_SERVER = new Field("icmpv6.opt.rdnss", "Name Server", 64, 128, Format.IP,
                "Where to ask for names. RFC 8106, section 5.1.");

        private Fields() {
        }

        private static byte[] head(int type, int units) {
            byte[] bytes = new byte[units * 8];
            TYPE.write(bytes, 0, type);
            LENGTH.write(bytes, 0, units);
            return bytes;
        }

        private static List<FieldValue> describe(byte[] frame, int at, int type, int length) {
            return switch (type) {
                case SOURCE_LINK_ADDRESS -> SOURCE.describe(frame, at);
                case TARGET_LINK_ADDRESS -> TARGET.describe(frame, at);
                case PREFIX -> length < 32 ? List.of() : PREFIX_TABLE.describe(frame, at);
                case MTU -> List.of(FieldTable.value(LINK_MTU, frame, (at + 4) * 8, 32));
                case DNS -> {
                    List<FieldValue> fields = new ArrayList<>();
                    fields.add(FieldTable.value(DNS_LIFETIME, frame, (at + 4) * 8, 32));
                    for (int server = at + 8; server + 16 <= at + length; server += 16) {
                        fields.add(FieldTable.value(DNS_SERVER, frame, server * 8, 128));
                    }
                    yield fields;
                }
                default -> List.of();
            };
        }
    }

    static List<Field> fields() {
        return FieldTable.join(Fields.HEAD.fields(), Fields.SOURCE.fields(), Fields.TARGET.fields(),
                Fields.PREFIX_TABLE.fields(), List.of(Fields.LINK_MTU, Fields.DNS_LIFETIME, Fields.DNS_SERVER));
    }

    /** The options between two offsets; empty if one has no length or is cut short (RFC 4861, section 4.6). */
    static Optional<List<NdOption>> list(byte[] bytes, int start, int end) {
        List<NdOption> options = new ArrayList<>();
        int at = start;
        while (at < end) {
            int length = at + 8 > end ? 0 : (bytes[at + 1] & 0xff) * 8;
            if (length == 0 || at + length > end) {
                return Optional.empty();
            }
            options.add(read(bytes, at, length));
            at += length;
        }
        return Optional.of(options);
    }

    private static NdOption read(byte[] bytes, int at, int length) {
        int type = bytes[at] & 0xff;
        if (type == SOURCE_LINK_ADDRESS || type == TARGET_LINK_ADDRESS) {
            return new LinkAddress(type == TARGET_LINK_ADDRESS, MacAddress.of(bytes, at + 2));
        } else if (type == PREFIX && length == 32) {
            return new PrefixInformation(Ipv6Address.of(bytes, at + 16), (int) Fields.PREFIX_LENGTH.read(bytes, at),
                    Fields.ON_LINK.read(bytes, at) == 1, Fields.AUTONOMOUS.read(bytes, at) == 1,
                    Fields.VALID.read(bytes, at), Fields.PREFERRED.read(bytes, at));
        } else if (type == MTU && length == 8) {
            return new MaximumUnit(Fields.LINK_MTU.read(bytes, at));
        } else if (type == DNS && length >= 24) {
            List<Ipv6Address> servers = new ArrayList<>();
            for (int server = at + 8; server + 16 <= at + length; server += 16) {
                servers.add(Ipv6Address.of(bytes, server));
            }
            return new NameServers(Fields.DNS_LIFETIME.read(bytes, at), servers);
        }
        return new Unknown(type, Arrays.copyOfRange(bytes, at, at + length));
    }

    /** The fields of options that {@link #list} can read. */
    static List<FieldValue> describe(byte[] frame, int start, int end) {
        List<FieldValue> fields = new ArrayList<>();
        int at = start;
        while (at < end) {
            int length = (frame[at + 1] & 0xff) * 8;
            fields.addAll(Fields.HEAD.describe(frame, at));
            fields.addAll(Fields.describe(frame, at, frame[at] & 0xff, length));
            at += length;
        }
        return fields;
    }
}
