package org.sockeye.stack.trace;

/**
 * One end of a link: a device's interface.
 *
 * @param device the host's, switch's or router's name
 * @param port the interface's name there, such as "eth0"
 */
public record LinkEnd(String device, String port) {

    @Override
    public String toString() {
        return device + " " + port;
    }
}
