package org.sockeye.stack.topology;

/** What a topology file may say about a switch. */
final class SwitchKeys {

    static final Keys<SwitchOptions> KEYS = Keys.none();

    private SwitchKeys() {
    }
}
