package org.sockeye.stack.wire;

/**
 * Where a process is reached: an address of its host and a port.
 *
 * @param address the host's address, or the unspecified one for "any"
 * @param port 0 to 65535; 0 for "any free one"
 */
public record Endpoint(IpAddress address, int port) {

    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port " + port + " is not in 0 to 65535");
        }
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
