package org.sockeye.agent.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import org.sockeye.agent.natives.Natives;

/**
 * The natives of {@code sun.nio.ch.SocketDispatcher}, and those that it borrows from its relatives. Those relatives serve
 * files too: what is no simulated socket goes to the natives.
 */
public final class StreamTransferHooks {

    private StreamTransferHooks() {
    }

    public static int read0(FileDescriptor fd, long address, int length) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        return socket == null ? Natives.read(fd, address, length) : socket.read(address, length);
    }

    public static long readv0(FileDescriptor fd, long address, int count) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        return socket == null ? Natives.readv(fd, address, count) : Vectors.read(address, count, socket::read);
    }

    public static int write0(FileDescriptor fd, long address, int length) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        return socket == null ? Natives.write(fd, address, length) : socket.write(address, length);
    }

    public static long writev0(FileDescriptor fd, long address, int count) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        return socket == null ? Natives.writev(fd, address, count) : Vectors.write(address, count, socket::write);
    }

    public static void close0(FileDescriptor fd) throws IOException {
        closeSimulated(fd);
        Natives.close(fd);
    }

    /** For Windows, where a socket is closed by its number. */
    public static void close0(int number) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(number);
        if (socket != null) {
            socket.close();
        }
        Natives.closeNumber(number);
    }

    /** Makes the descriptor stand for nothing, so that threads which wait on it wake. */
    public static void preClose0(FileDescriptor fd) throws IOException {
        closeSimulated(fd);
        Natives.preClose(fd);
    }

    /** Whether a descriptor stands for a simulated socket, whose bytes must not go through the operating system. */
    public static boolean isSimulated(FileDescriptor fd) {
        return SimulatedSocket.of(fd) != null;
    }

    private static void closeSimulated(FileDescriptor fd) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket != null) {
            socket.close();
        }
    }
}
