package org.sockeye.stack.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/** A message of Neighbour Discovery (RFC 4861, section 4): ICMPv6 between the nodes of one link. */
public sealed interface NdMessage {

    int ROUTER_SOLICITATION = 133;
    int ROUTER_ADVERTISEMENT = 134;
    int NEIGHBOUR_SOLICITATION = 135;
    int NEIGHBOUR_ADVERTISEMENT = 136;

    /** What it says besides. */
    List<NdOption> options();

    /** Its ICMPv6 type. */
    int type();

    /** Asks the routers of the link to advertise themselves now. */
    record RouterSolicitation(List<NdOption> options) implements NdMessage {

        @Override
        public int type() {
            return ROUTER_SOLICITATION;
        }
    }

    /**
     * A router says that it is there, and what hosts of its link should know.
     *
     * @param hopLimit for hosts to send with; 0 says nothing about it
     * @param managed true if addresses come from DHCPv6
     * @param lifetime for how many seconds it may be a default router; 0 that it is none
     * @param reachableTime for how many milliseconds a neighbour counts as reachable; 0 says nothing about it
     * @param retransmission milliseconds between solicitations; 0 says nothing about it
     */
    record RouterAdvertisement(int hopLimit, boolean managed, int lifetime, long reachableTime, long retransmission,
            List<NdOption> options) implements NdMessage {

        @Override
        public int type() {
            return ROUTER_ADVERTISEMENT;
        }
    }

    /** Asks who has an address, {@code target}. */
    record NeighbourSolicitation(Ipv6Address target, List<NdOption> options) implements NdMessage {

        @Override
        public int type() {
            return NEIGHBOUR_SOLICITATION;
        }
    }

    /**
     * Says who has an address.
     *
     * @param router true if its sender is a router
     * @param solicited true if it answers
     * @param override true if it is to replace what is known
     * @param target the address
     */
    record NeighbourAdvertisement(boolean router, boolean solicited, boolean override, Ipv6Address target,
            List<NdOption> options) implements NdMessage {

        @Override
        public int type() {
            return NEIGHBOUR_ADVERTISEMENT;
        }
    }

    /** The fields of ICMPv6's header and the message after it. */
    final class Fields {

        private static final Field RESERVED = new Field("icmpv6.reserved", "Reserved", 32, 32, Format.BYTES,
                "Zero. RFC 4861, section 4.");
        private static final Field HOP_LIMIT = new Field("icmpv6.nd.ra.cur_hop_limit", "Hop Limit", 32, 8,
                Format.DECIMAL, "What hosts of this link should send with; 0 for no opinion. RFC 4861, section 4.2.");
        private static final Field RA_FLAGS = new Field("icmpv6.nd.ra.flag", "Flags", 40, 8, Format.HEX,
                "What kind of router it is, and where addresses come from. RFC 4861, section 4.2.");
        private static final Field MANAGED = new Field("icmpv6.nd.ra.flag.m", "Managed Addresses", 40, 1, Format.FLAG,
                "Addresses come from DHCPv6. RFC 4861, section 4.2.");
        private static final FieldTable ADVERTISED = new FieldTable(HOP_LIMIT, RA_FLAGS, MANAGED,
                new Field("icmpv6.nd.ra.flag.o", "Other Configuration", 41, 1, Format.FLAG,
                        "DHCPv6 knows the rest. RFC 4861, section 4.2."),
                new Field("icmpv6.nd.ra.flag.h", "Home Agent", 42, 1, Format.FLAG, "For mobile hosts. RFC 6275."),
                new Field("icmpv6.nd.ra.flag.prf", "Router Preference", 43, 2, Format.DECIMAL,
                        "Which of several routers to prefer. RFC 4191."),
                new Field("icmpv6.nd.ra.flag.p", "Proxy", 45, 1, Format.FLAG, "RFC 4389."),
                new Field("icmpv6.nd.ra.flag.rsv", "Reserved", 46, 2, Format.DECIMAL, "Zero. RFC 4861, section 4.2."),
                new Field("icmpv6.nd.ra.router_lifetime", "Router Lifetime", 48, 16, Format.DECIMAL,
                        "For how many seconds it may be a default router. RFC 4861, section 4.2."),
                new Field("icmpv6.nd.ra.reachable_time", "Reachable Time", 64, 32, Format.DECIMAL,
                        "For how many milliseconds a neighbour counts as reachable. RFC 4861, section 4.2."),
                new Field("icmpv6.nd.ra.retrans_timer", "Retransmission Timer", 96, 32, Format.DECIMAL,
                        "Milliseconds between two solicitations. RFC 4861, section 4.2."));
        private static final Field WANTED = new Field("icmpv6.nd.ns.target_address", "Target Address", 64, 128,
                Format.IP, "The address that is looked for. RFC 4861, section 4.3.");
        private static final FieldTable SOLICITED = new FieldTable(RESERVED, WANTED);
        private static final Field ROUTER = new Field("icmpv6.nd.na.flag.r", "Router", 32, 1, Format.FLAG,
                "The sender is a router. RFC 4861, section 4.4.");
        private static final Field ANSWER = new Field("icmpv6.nd.na.flag.s", "Solicited", 33, 1, Format.FLAG,
                "It answers a question. RFC 4861, section 4.4.");
        private static final Field OVERRIDE = new Field("icmpv6.nd.na.flag.o", "Override", 34, 1, Format.FLAG,
                "It replaces what was known. RFC 4861, section 4.4.");
        private static final Field FOUND = new Field("icmpv6.nd.na.target_address", "Target Address", 64, 128,
                Format.IP, "The address that the sender has. RFC 4861, section 4.4.");
        private static final FieldTable ANSWERED = new FieldTable(
                new Field("icmpv6.nd.na.flag", "Flags", 32, 32, Format.HEX,
                        "Who answers, and how. RFC 4861, section 4.4."),
                ROUTER, ANSWER, OVERRIDE, new Field("icmpv6.nd.na.flag.rsv", "Reserved", 35, 29, Format.DECIMAL,
                        "Zero. RFC 4861, section 4.4."),
                FOUND);
        private static final FieldTable PLAIN = new FieldTable(RESERVED);

        private Fields() {
        }

        private static FieldTable table(int type) {
            return switch (type) {
                case ROUTER_ADVERTISEMENT -> ADVERTISED;
                case NEIGHBOUR_SOLICITATION -> SOLICITED;
                case NEIGHBOUR_ADVERTISEMENT -> ANSWERED;
                default -> PLAIN;
            };
        }

        /** Bytes before the options. */
        private static int length(int type) {
            return type == ROUTER_SOLICITATION ? 8 : type == ROUTER_ADVERTISEMENT ? 16 : 24;
        }
    }

    /** The fields that such messages may have. */
    static List<Field> fields() {
        return FieldTable.join(Fields.ADVERTISED.fields(), Fields.SOLICITED.fields(), Fields.ANSWERED.fields(),
                NdOption.fields());
    }

    /** Reads the message with ICMPv6's header before it; empty if it is none, is cut short or has broken options. */
    static Optional<NdMessage> parse(byte[] bytes, int offset, int length) {
        int type = length == 0 ? 0 : bytes[offset] & 0xff;
        if (type < ROUTER_SOLICITATION || type > NEIGHBOUR_ADVERTISEMENT || length < Fields.length(type)) {
            return Optional.empty();
        }
        int behind = Fields.length(type);
        return NdOption.list(bytes, offset + behind, offset + length).map(options -> switch (type) {
            case ROUTER_SOLICITATION -> new RouterSolicitation(options);
            case ROUTER_ADVERTISEMENT -> {
                List<Field> fields = Fields.ADVERTISED.fields();
                yield new RouterAdvertisement((int) Fields.HOP_LIMIT.read(bytes, offset),
                        Fields.MANAGED.read(bytes, offset) == 1, (int) fields.get(8).read(bytes, offset),
                        fields.get(9).read(bytes, offset), fields.get(10).read(bytes, offset), options);
            }
            case NEIGHBOUR_SOLICITATION -> new NeighbourSolicitation(Ipv6Address.of(bytes, offset + 8), options);
            default -> new NeighbourAdvertisement(Fields.ROUTER.read(bytes, offset) == 1,
                    Fields.ANSWER.read(bytes, offset) == 1, Fields.OVERRIDE.read(bytes, offset) == 1,
                    Ipv6Address.of(bytes, offset + 8), options);
        });
    }

    /** What stands behind ICMPv6's header. */
    default byte[] body() {
        byte[] bytes = new byte[Fields.length(type())];
        switch (this) {
            case RouterSolicitation plain -> {
                // Nothing but zeros.
            }
            case RouterAdvertisement router -> {
                List<Field> fields = Fields.ADVERTISED.fields();
                Fields.HOP_LIMIT.write(bytes, 0, router.hopLimit);
                Fields.MANAGED.write(bytes, 0, router.managed ? 1 : 0);
                fields.get(8).write(bytes, 0, router.lifetime);
                fields.get(9).write(bytes, 0, router.reachableTime);
                fields.get(10).write(bytes, 0, router.retransmission);
            }
            case NeighbourSolicitation question ->
                System.arraycopy(question.target.toBytes(), 0, bytes, 8, Ipv6Address.LENGTH);
            case NeighbourAdvertisement answer -> {
                Fields.ROUTER.write(bytes, 0, answer.router ? 1 : 0);
                Fields.ANSWER.write(bytes, 0, answer.solicited ? 1 : 0);
                Fields.OVERRIDE.write(bytes, 0, answer.override ? 1 : 0);
                System.arraycopy(answer.target.toBytes(), 0, bytes, 8, Ipv6Address.LENGTH);
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bytes, Icmpv6Message.LENGTH, bytes.length - Icmpv6Message.LENGTH);
        options().forEach(option -> body.writeBytes(option.emit()));
        return body.toByteArray();
    }

    /** The fields of a message that {@link #parse} can read, without ICMPv6's own. */
    static List<FieldValue> describe(byte[] frame, int offset, int length) {
        int type = frame[offset] & 0xff;
        List<FieldValue> fields = new ArrayList<>(Fields.table(type).describe(frame, offset));
        fields.addAll(NdOption.describe(frame, offset + Fields.length(type), offset + length));
        return fields;
    }

    /** The MAC address that it says its sender or target has. */
    default Optional<MacAddress> linkAddress(boolean target) {
        return options().stream()
                .flatMap(option -> option instanceof NdOption.LinkAddress(boolean isTarget, MacAddress mac)
                        && isTarget == target ? Optional.of(mac).stream() : Optional.<MacAddress>empty().stream())
                .findFirst();
    }
}
