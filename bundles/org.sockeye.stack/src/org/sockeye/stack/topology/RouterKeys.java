package org.sockeye.stack.topology;

/** What a topology file may say about a router. */
final class RouterKeys {

    static final Keys<RouterOptions> KEYS = Keys.<RouterOptions>none()
            .with("addresses", (router, value) -> router.withAddresses(value.texts()));

    private RouterKeys() {
    }
}
