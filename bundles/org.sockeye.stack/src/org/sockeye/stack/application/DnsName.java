package org.sockeye.stack.application;

import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv6Address;

/** Names as DNS writes them (RFC 1035, sections 2.3.4 and 3.1). */
public final class DnsName {

    private static final String REVERSE_ZONE = "in-addr.arpa";
    private static final String REVERSE_ZONE_6 = "ip6.arpa";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 253;

    private DnsName() {
    }

    /** True if DNS can ask for it: labels of 1 to 63 characters with dots between, 253 in all. */
    public static boolean isValid(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {

            if (label.isEmpty() || label.length() > LONGEST_LABEL
                    || !label.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The name under which the name of an address is found, such as {@code 2.1.0.10.in-addr.arpa} (section 3.5), or the
     * same with 32 hexadecimal digits in {@code ip6.arpa} (RFC 3596, section 2.5).
     */
    public static String reverse(IpAddress address) {
        byte[] bytes = address.toBytes();
        StringBuilder name = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            switch (address) {
                case Ipv4Address four -> name.append(bytes[i] & 0xff).append('.');
                case Ipv6Address six -> name.append(Integer.toHexString(bytes[i] & 0xf)).append('.')
                        .append(Integer.toHexString(bytes[i] >> 4 & 0xf)).append('.');
            }
        }
        return name.append(address instanceof Ipv4Address ? REVERSE_ZONE : REVERSE_ZONE_6).toString();
    }
}
