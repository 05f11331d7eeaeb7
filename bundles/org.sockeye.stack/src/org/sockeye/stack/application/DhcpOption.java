package org.sockeye.stack.application;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Something that a DHCP message says beyond its fixed fields (RFC 2132).
 *
 * @param code what it is about, such as {@link #MESSAGE_TYPE}
 * @param bytes what it says, at most 255 bytes
 */
public record DhcpOption(int code, byte[] bytes) {

    public static final int PAD = 0;
    public static final int SUBNET_MASK = 1;
    public static final int ROUTER = 3;
    public static final int NAME_SERVER = 6;
    public static final int HOST_NAME = 12;
    public static final int DOMAIN_NAME = 15;
    public static final int REQUESTED_ADDRESS = 50;
    public static final int LEASE_TIME = 51;
    public static final int MESSAGE_TYPE = 53;
    public static final int SERVER = 54;
    public static final int WANTED = 55;
    public static final int MESSAGE = 56;
    public static final int LARGEST_MESSAGE = 57;
    public static final int RENEWAL_TIME = 58;
    public static final int REBINDING_TIME = 59;
    public static final int CLIENT = 61;
    public static final int END = 255;

    @Override
    public boolean equals(Object other) {
        return other instanceof DhcpOption option && code == option.code && Arrays.equals(bytes, option.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * code + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return code + "=" + HexFormat.of().formatHex(bytes);
    }
}
