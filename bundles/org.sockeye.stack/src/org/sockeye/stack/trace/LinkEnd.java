package org.sockeye.stack.trace;

/**
 * One end of a link: a device's interface.
 *
 * @param device the host's, switch's or router's name
 * @param port the interface's name there, such as "eth0"
 */
public record LinkEnd(String device, String port) {

    private static final String ANTENNA = "wlan";

    /** True for an antenna: as on Linux the name of its port begins with "wlan", and no other's does. */
    public boolean isAntenna() {
        return port.startsWith(ANTENNA);
    }

    @Override
    public String toString() {
        return device + " " + port;
    }
}
