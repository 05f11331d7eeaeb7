package org.sockeye.stack.topology;

/** What a topology file may say about an access point. */
final class AccessPointKeys {

    static final Keys<AccessPointOptions> KEYS = Keys.none();

    private AccessPointKeys() {
    }
}
