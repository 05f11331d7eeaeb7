package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Optional;

/** What {@code --ip_version} may say: which IP the packets bear, and which addresses the program's sockets are given. */
enum IpVersion {
    IPV4("ipv4", "192.168.0.1", "192.0.2.1"), IPV6("ipv6", "fd3d:a0b:17d6::1", "fd3d:fa7b:d17d::1"),
    /** Sockets of IPv6 that speak to hosts of IPv4: on the wire there is only the latter (RFC 4291, section 2.5.5.2). */
    MAPPED("ipv4-mapped-ipv6", "192.168.0.1", "192.0.2.1");

    private final String word;
    private final String local;
    private final String remote;

    IpVersion(String word, String local, String remote) {
        this.word = word;
        this.local = local;
        this.remote = remote;
    }

    static Optional<IpVersion> of(String word) {
        return Arrays.stream(values()).filter(version -> version.word.equals(word)).findFirst();
    }

    /** The address of the host under test if the script says none. */
    String local() {
        return local;
    }

    /** The address that the script speaks from if it says none. */
    String remote() {
        return remote;
    }

    /** Of the wire if the script says none, in bytes: as public scripts have it, so that segments are equally long. */
    int mtu() {
        return isSixOnTheWire() ? 1520 : 1500;
    }

    /** True if packets bear IPv6. */
    boolean isSixOnTheWire() {
        return this == IPV6;
    }

    /** The address family of the program's sockets: AF_INET or AF_INET6. */
    long family() {
        return Constants.value(this == IPV4 ? "AF_INET" : "AF_INET6").orElseThrow();
    }
}
