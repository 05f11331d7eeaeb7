package org.sockeye.stack.application;

/**
 * What a DNS message asks (RFC 1035, section 4.1.2).
 *
 * @param name what it asks about
 * @param type what it wants to know of it, such as {@link DnsType#A}
 */
public record DnsQuestion(String name, int type) {

    static DnsQuestion parse(DnsReader reader) {
        String name = reader.name();
        int type = (int) reader.number(2);
        reader.take(2);
        return new DnsQuestion(name, type);
    }

    void emit(DnsWriter out) {
        out.name(name).number(type, 2).number(DnsRecord.INTERNET, 2);
    }
}
