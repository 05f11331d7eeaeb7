package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sockeye.stack.wire.IpAddress;

/**
 * What a name server is the authority for: records by name, upper or lower case (RFC 1034, section 4.2). The zone is the
 * root: a name that no record is about does not exist.
 */
public final class Zone {

    /** How long an answer may be remembered, in seconds. */
    public static final long TTL = 60;

    /** A zone without any names. */
    public static final Zone EMPTY = new Zone(List.of());

    /** Aliases of aliases are followed so far and no further: more is a circle, or might as well be one. */
    private static final int LONGEST_CHAIN = 16;

    private final Map<String, List<DnsRecord>> records = new TreeMap<>();
    private final List<DnsRecord> all;
    private final DnsRecord authority;

    /** A zone of these records; the first that gives an address its name is the one that is told. */
    public Zone(List<DnsRecord> records) {
        this.all = List.copyOf(records);
        records.forEach(record -> this.records.computeIfAbsent(key(record.name()), name -> new ArrayList<>())
                .add(record));
        this.authority = all.stream().filter(record -> record.type() == DnsType.SOA).findFirst()
                .orElse(new DnsRecord("", DnsType.SOA, TTL,
                        new DnsData.Authority("ns", "hostmaster", 1, 3600, 600, 86_400, TTL)));
    }

    /** Names with their addresses, and back; an address that has two names is told under the first. */
    public static Zone of(Map<String, ? extends List<? extends IpAddress>> names) {
        List<DnsRecord> records = new ArrayList<>();
        Map<IpAddress, String> owners = new LinkedHashMap<>();
        names.forEach((name, addresses) -> addresses.forEach(address -> {
            records.add(DnsRecord.address(name, address, TTL));
            owners.putIfAbsent(address, name);
        }));
        owners.forEach((address, name) -> records.add(DnsRecord.pointer(DnsName.reverse(address), name, TTL)));
        return new Zone(records);
    }

    /** This zone with more records; where names are given to one address twice, the earlier ones stay first. */
    public Zone with(List<DnsRecord> more) {
        List<DnsRecord> together = new ArrayList<>(all);
        together.addAll(more);
        return new Zone(together);
    }

    /** All records, in the order in which they were given. */
    public List<DnsRecord> records() {
        return all;
    }

    /** The answer to a question with exactly one name in it. */
    DnsMessage answer(DnsMessage query) {
        DnsQuestion question = query.questions().getFirst();
        List<DnsRecord> found = new ArrayList<>();
        String name = question.name();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            List<DnsRecord> here = records.getOrDefault(key(name), List.of());
            String asked = name;
            List<DnsRecord> fitting = here.stream().filter(fits(question.type()))
                    .map(record -> new DnsRecord(asked, record.type(), record.kind(), record.ttl(), record.data()))
                    .toList();
            found.addAll(fitting);
            DnsRecord alias = here.stream().filter(record -> record.type() == DnsType.CNAME).findFirst().orElse(null);
            if (!fitting.isEmpty() || alias == null || !(alias.data() instanceof DnsData.Pointer target)) {
                return fitting.isEmpty() ? nothing(query, name, found) : query.answer(DnsMessage.NO_ERROR, found);
            }
            found.add(new DnsRecord(name, DnsType.CNAME, alias.ttl(), alias.data()));
            name = target.name();
        }
        return query.answer(DnsMessage.SERVER_FAILURE, List.of());
    }

    private static Predicate<DnsRecord> fits(int type) {
        return record -> type == DnsType.ANY || record.type() == type;
    }

    /** There is no such thing, or (if the name or one below it has other records) no such name (RFC 2308, section 2). */
    private DnsMessage nothing(DnsMessage query, String name, List<DnsRecord> chain) {
        String below = "." + key(name);
        boolean exists = records.keySet().stream()
                .anyMatch(known -> known.equals(key(name)) || known.endsWith(below));
        return query.answer(exists ? DnsMessage.NO_ERROR : DnsMessage.NO_SUCH_NAME, chain, List.of(authority));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
