package org.sockeye.stack.application;

/** The kinds of things that DNS knows about a name, by their numbers (RFC 1035, section 3.2.2, and those it names). */
public final class DnsType {

    public static final int A = 1;
    public static final int NS = 2;
    public static final int CNAME = 5;
    public static final int SOA = 6;
    public static final int PTR = 12;
    public static final int MX = 15;
    public static final int TXT = 16;
    /** RFC 3596. */
    public static final int AAAA = 28;
    /** RFC 2782. */
    public static final int SRV = 33;
    /** Not about a name, but about the message: EDNS (RFC 6891). */
    public static final int OPT = 41;
    /** Asks for all that is known. */
    public static final int ANY = 255;

    private DnsType() {
    }

    /** Such as "AAAA". */
    public static String name(int type) {
        return switch (type) {
            case A -> "A";
            case NS -> "NS";
            case CNAME -> "CNAME";
            case SOA -> "SOA";
            case PTR -> "PTR";
            case 13 -> "HINFO";
            case MX -> "MX";
            case TXT -> "TXT";
            case AAAA -> "AAAA";
            case SRV -> "SRV";
            case 35 -> "NAPTR";
            case OPT -> "OPT";
            case 43 -> "DS";
            case 46 -> "RRSIG";
            case 47 -> "NSEC";
            case 48 -> "DNSKEY";
            case 64 -> "SVCB";
            case 65 -> "HTTPS";
            case 252 -> "AXFR";
            case ANY -> "ANY";
            case 257 -> "CAA";
            default -> "Unknown (" + type + ")";
        };
    }
}
