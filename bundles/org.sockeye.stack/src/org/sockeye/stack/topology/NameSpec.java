package org.sockeye.stack.topology;

import java.util.List;

/** A name that name servers know beside those of the devices. */
public sealed interface NameSpec {

    /** Such as "www.example.com". */
    String name();

    /**
     * A name with addresses of its own.
     *
     * @param targets devices, which stand for all their addresses, and addresses, such as "2001:db8::1"
     */
    record Addresses(String name, List<String> targets) implements NameSpec {

        public Addresses {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Another name for a name (RFC 1034, section 3.6.2).
     *
     * @param canonical a device's name, or another of these
     */
    record Alias(String name, String canonical) implements NameSpec {
    }
}
