package org.sockeye.stack.application;

import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/**
 * A resource record: one thing known about a name (RFC 1035, section 4.1.3).
 *
 * @param name what it is about
 * @param type which kind of thing, such as {@link DnsType#A}
 * @param kind the class: {@link #INTERNET}, but in an {@link DnsType#OPT} record how many bytes its sender takes
 * @param ttl how many seconds it may be remembered
 * @param data the thing itself
 */
public record DnsRecord(String name, int type, int kind, long ttl, DnsData data) {

    static final int INTERNET = 1;

    /** A record about the Internet. */
    public DnsRecord(String name, int type, long ttl, DnsData data) {
        this(name, type, INTERNET, ttl, data);
    }

    /** A name's address. */
    public static DnsRecord address(String name, IpAddress address, long ttl) {
        int type = switch (address) {
            case Ipv4Address four -> DnsType.A;
            case Ipv6Address six -> DnsType.AAAA;
        };
        return new DnsRecord(name, type, ttl, new DnsData.Address(address));
    }

    /** An address's name; {@code question} is the name that {@link DnsName#reverse} makes of the address. */
    public static DnsRecord pointer(String question, String name, long ttl) {
        return new DnsRecord(question, DnsType.PTR, ttl, new DnsData.Pointer(name));
    }

    /** The name that another name is only an alias of. */
    public static DnsRecord alias(String name, String canonical, long ttl) {
        return new DnsRecord(name, DnsType.CNAME, ttl, new DnsData.Pointer(canonical));
    }

    /**
     * Says that the sender knows EDNS (RFC 6891, section 6.1.2).
     *
     * @param size how many bytes of UDP payload it takes
     */
    static DnsRecord edns(int size) {
        return new DnsRecord("", DnsType.OPT, size, 0, new DnsData.Other(new byte[0]));
    }

    static DnsRecord parse(DnsReader reader) {
        String name = reader.name();
        int type = (int) reader.number(2);
        int kind = (int) reader.number(2);
        long ttl = reader.number(4);
        int length = (int) reader.number(2);
        return new DnsRecord(name, type, kind, ttl, DnsData.parse(reader, type, length));
    }

    void emit(DnsWriter out) {
        out.name(name).number(type, 2).number(kind, 2).number(ttl, 4).withLength(() -> data.emit(out));
    }
}
