package org.sockeye.stack.topology;

/** A device as a topology describes it. */
public sealed interface DeviceSpec permits HostSpec, SwitchSpec, RouterSpec, AccessPointSpec, OutsideSpec {

    /** The device's name, unique in its topology. */
    String name();
}
