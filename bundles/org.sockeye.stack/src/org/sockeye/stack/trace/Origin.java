package org.sockeye.stack.trace;

/**
 * Who handed a message to a socket.
 *
 * @param host the host's name
 * @param program the program's name, such as "TCPClient"; for what the stack itself says, "stack"
 * @param thread the thread's name, or empty
 * @param className the fully qualified Java class, or empty
 * @param file the source file's simple name, such as "TCPClient.java", or empty
 * @param line the line number, from 1; 0 if unknown
 */
public record Origin(String host, String program, String thread, String className, String file, int line) {

    /** What the network's own services (DNS, ARP, ICMP) say on {@code host}. */
    public static Origin stack(String host) {
        return new Origin(host, "stack", "", "", "", 0);
    }

    /** Such as "TCPClient.java:13", or empty if the line is unknown. */
    public String place() {
        return line == 0 ? "" : file + ":" + line;
    }
}
