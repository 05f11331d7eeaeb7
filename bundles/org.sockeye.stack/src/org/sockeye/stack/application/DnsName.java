package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.sockeye.stack.wire.Ipv4Address;

/** Names as DNS writes them (RFC 1035, sections 2.3.4 and 3.1). */
public final class DnsName {

    private static final String REVERSE_ZONE = ".in-addr.arpa";
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

    /** The name under which the name of an address is found, such as {@code 2.1.0.10.in-addr.arpa} (section 3.5). */
    public static String reverse(Ipv4Address address) {
        String[] parts = address.toString().split("\\.");
        return parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0] + REVERSE_ZONE;
    }

    /** The bits of the address whose name is asked for by {@code name}; empty if it is no such question. */
    public static OptionalInt reversed(String name) {
        if (!name.endsWith(REVERSE_ZONE)) {
            return OptionalInt.empty();
        }
        try {
            int bits = Ipv4Address.parse(name.substring(0, name.length() - REVERSE_ZONE.length())).bits();
            return OptionalInt.of(Integer.reverseBytes(bits));
        } catch (IllegalArgumentException notAnAddress) {
            return OptionalInt.empty();
        }
    }

    static void emit(String name, ByteArrayOutputStream out) {
        if (!name.isEmpty()) {
            for (String label : name.split("\\.")) {
                out.write(label.length());
                out.writeBytes(label.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        out.write(0);
    }
}
