package org.sockeye.stack.wire;

/** An address of the network layer. */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address {

    /** The address in network byte order. */
    byte[] toBytes();

    boolean isLoopback();

    boolean isMulticast();

    /** True for the address that stands for "any address of this host". */
    boolean isUnspecified();
}
