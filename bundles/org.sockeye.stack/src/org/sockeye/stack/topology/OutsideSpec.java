package org.sockeye.stack.topology;

/**
 * A device that is not simulated: the end of a link that leads out of the network, such as to a real kernel.
 *
 * @param name unique in the topology; also its name in DNS
 * @param port its only interface; the address is a promise, which whoever is outside has to keep
 * @param options what else was said of it
 */
public record OutsideSpec(String name, InterfaceSpec port, OutsideOptions options) implements DeviceSpec {
}
