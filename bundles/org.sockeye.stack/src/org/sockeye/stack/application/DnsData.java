package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.wire.IpAddress;

/** What a resource record holds (RFC 1035, section 3.3; RFC 3596 for AAAA; RFC 2782 for SRV). */
public sealed interface DnsData {

    /** A or AAAA: an address of the name. */
    record Address(IpAddress address) implements DnsData {
    }

    /** CNAME, NS or PTR: another name. */
    record Pointer(String name) implements DnsData {
    }

    /**
     * SOA: who answers for a zone (section 3.3.13). Times are seconds.
     *
     * @param server the zone's first name server
     * @param mailbox who cares for the zone, with a dot in place of the at sign
     * @param serial grows with each change
     * @param negative how long it may be remembered that something does not exist (RFC 2308, section 4)
     */
    record Authority(String server, String mailbox, long serial, long refresh, long retry, long expire, long negative)
            implements DnsData {
    }

    /** MX: who takes the name's mail; the one with the lowest preference first. */
    record Mail(int preference, String server) implements DnsData {
    }

    /** TXT: texts of up to 255 bytes. */
    record Text(List<String> texts) implements DnsData {

        public Text {
            texts = List.copyOf(texts);
        }
    }

    /** SRV: where a service is found. */
    record Service(int priority, int weight, int port, String target) implements DnsData {
    }

    /** Something that this network does not use. */
    record Other(byte[] bytes) implements DnsData {

        @Override
        public boolean equals(Object other) {
            return other instanceof Other held && Arrays.equals(bytes, held.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** Reads {@code length} bytes of data of that type. */
    static DnsData parse(DnsReader reader, int type, int length) {
        int start = reader.position();
        DnsData data = switch (type) {
            case DnsType.A -> new Address(reader.address(4));
            case DnsType.AAAA -> new Address(reader.address(16));
            case DnsType.CNAME, DnsType.NS, DnsType.PTR -> new Pointer(reader.name());
            case DnsType.SOA -> new Authority(reader.name(), reader.name(), reader.number(4), reader.number(4),
                    reader.number(4), reader.number(4), reader.number(4));
            case DnsType.MX -> new Mail((int) reader.number(2), reader.name());
            case DnsType.SRV -> new Service((int) reader.number(2), (int) reader.number(2), (int) reader.number(2),
                    reader.name());
            case DnsType.TXT -> texts(reader, length);
            default -> new Other(reader.copy(length));
        };
        reader.expect(start + length);
        return data;
    }

    private static Text texts(DnsReader reader, int length) {
        int end = reader.position() + length;
        List<String> texts = new ArrayList<>();
        while (reader.position() < end && !reader.failed()) {
            texts.add(new String(reader.copy((int) reader.number(1)), StandardCharsets.UTF_8));
        }
        return new Text(texts);
    }

    /** Writes the data behind its length. */
    default void emit(DnsWriter out) {
        switch (this) {
            case Address(IpAddress address) -> out.bytes(address.toBytes());
            case Pointer(String name) -> out.name(name);
            case Authority soa -> out.name(soa.server).name(soa.mailbox).number(soa.serial, 4).number(soa.refresh, 4)
                    .number(soa.retry, 4).number(soa.expire, 4).number(soa.negative, 4);
            case Mail(int preference, String server) -> out.number(preference, 2).name(server);
            // RFC 2782: not to be compressed, as old readers would not know that a name stands here.
            case Service(int priority, int weight, int port, String target) ->
                out.number(priority, 2).number(weight, 2).number(port, 2).plainName(target);
            case Text(List<String> texts) -> texts.forEach(text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.number(Math.min(bytes.length, 255), 1).bytes(Arrays.copyOf(bytes, Math.min(bytes.length, 255)));
            });
            case Other(byte[] bytes) -> out.bytes(bytes);
        }
    }

    /** What a person wants to know of it, such as "10.0.2.2" or "10 mail.example"; empty if nothing. */
    default String words() {
        return switch (this) {
            case Address(IpAddress address) -> address.toString();
            case Pointer(String name) -> name;
            case Authority soa -> soa.server;
            case Mail(int preference, String server) -> preference + " " + server;
            case Service(int priority, int weight, int port, String target) ->
                priority + " " + weight + " " + port + " " + target;
            case Text text -> "";
            case Other other -> "";
        };
    }
}
