package org.sockeye.stack.topology;

/** What may be asked of a device beside its name and links. */
public sealed interface DeviceOptions permits HostOptions, RouterOptions, SwitchOptions, AccessPointOptions,
        OutsideOptions {
}
