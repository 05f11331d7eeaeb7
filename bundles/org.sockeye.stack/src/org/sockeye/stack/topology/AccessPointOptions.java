package org.sockeye.stack.topology;

/** What may be asked of an access point. */
public record AccessPointOptions() implements DeviceOptions {

    /** An access point like any other. */
    public static final AccessPointOptions USUAL = new AccessPointOptions();
}
