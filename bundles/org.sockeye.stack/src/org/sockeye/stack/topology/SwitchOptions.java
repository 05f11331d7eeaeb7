package org.sockeye.stack.topology;

/** What may be asked of a switch. */
public record SwitchOptions() implements DeviceOptions {

    /** A switch like any other. */
    public static final SwitchOptions USUAL = new SwitchOptions();
}
