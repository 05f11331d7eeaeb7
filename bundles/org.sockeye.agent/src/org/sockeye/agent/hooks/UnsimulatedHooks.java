package org.sockeye.agent.hooks;

import java.io.IOException;
import java.net.InetAddress;

/**
 * Natives of Windows in which the operating system itself would use a socket, in a way that a simulated one has no part in:
 * they fail, and with them what the program wanted, before anything real is reached.
 */
public final class UnsimulatedHooks {

    private UnsimulatedHooks() {
    }

    private static IOException unsimulated(String what) {
        return Failures.plain(new IOException(what + " are not simulated on Windows"));
    }

    /** For {@code sun.nio.ch.WindowsAsynchronousSocketChannelImpl}. */
    public static int connect0(long socket, boolean ipv6, InetAddress address, int port, long overlapped)
            throws IOException {
        throw unsimulated("asynchronous channels");
    }

    /** For {@code sun.nio.ch.WindowsAsynchronousServerSocketChannelImpl}. */
    public static int accept0(long listening, long accepting, long overlapped, long buffer) throws IOException {
        throw unsimulated("asynchronous channels");
    }

    /** For both of them. */
    public static void closesocket0(long socket) throws IOException {
        StreamTransferHooks.close0((int) socket);
    }

    /** For {@code sun.nio.ch.WindowsSelectorImpl}, which is not the first choice: that simulates time. */
    public static int poll0(long address, int count, int[] readable, int[] writable, int[] exceptional, long timeout,
            long buffer) throws IOException {
        throw unsimulated("selectors of WindowsSelectorProvider");
    }
}
