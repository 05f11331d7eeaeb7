package org.sockeye.stack.topology;

import java.util.List;

/** Which versions of IP a device speaks. */
public enum IpVersions {
    FOUR("4"), SIX("6"), BOTH("both");

    private final String text;

    IpVersions(String text) {
        this.text = text;
    }

    /**
     * Reads "4", "6" or "both".
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static IpVersions parse(String text) {
        for (IpVersions versions : values()) {
            if (versions.text.equals(text)) {
                return versions;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no choice of IP versions; write 4, 6 or both");
    }

    boolean hasFour() {
        return this != SIX;
    }

    boolean hasSix() {
        return this != FOUR;
    }

    /** Those, and IPv6 if the device was given such an address or is to make one. */
    IpVersions with(List<String> addresses) {
        return this == FOUR && addresses.stream().anyMatch(Ipv6Plan::isOfIpv6) ? BOTH : this;
    }
}
