package org.sockeye.agent.natives;

import java.io.FileDescriptor;
import java.io.IOException;

/**
 * The Java library's own natives, for descriptors that are no simulated sockets. The bodies below are never run: as this
 * class is loaded, each method's is replaced by a call of the native that the weaver's table names for it.
 */
public final class Natives {

    /** What reads return at the end of a stream ({@code sun.nio.ch.IOStatus}). */
    public static final int END = -1;
    /** What calls return that would have to wait. */
    public static final int UNAVAILABLE = -2;
    /** What calls return that a signal ended. */
    public static final int INTERRUPTED = -3;

    private Natives() {
    }

    private static Error unwoven() {
        return new LinkageError("the agent has not been woven in");
    }

    public static int socketUnix() throws IOException {
        throw unwoven();
    }

    public static int connectUnix(FileDescriptor descriptor, byte[] path) throws IOException {
        throw unwoven();
    }

    public static int read(FileDescriptor descriptor, long address, int length) throws IOException {
        throw unwoven();
    }

    public static long readv(FileDescriptor descriptor, long address, int length) throws IOException {
        throw unwoven();
    }

    public static int write(FileDescriptor descriptor, long address, int length) throws IOException {
        throw unwoven();
    }

    public static long writev(FileDescriptor descriptor, long address, int length) throws IOException {
        throw unwoven();
    }

    public static void close(FileDescriptor descriptor) throws IOException {
        throw unwoven();
    }

    public static void preClose(FileDescriptor descriptor) throws IOException {
        throw unwoven();
    }

    public static void listen(FileDescriptor descriptor, int backlog) throws IOException {
        throw unwoven();
    }

    public static void shutdown(FileDescriptor descriptor, int how) throws IOException {
        throw unwoven();
    }

    public static int available(FileDescriptor descriptor) throws IOException {
        throw unwoven();
    }

    public static int poll(FileDescriptor descriptor, int events, long timeout) throws IOException {
        throw unwoven();
    }

    public static boolean pollConnect(FileDescriptor descriptor, long timeout) throws IOException {
        throw unwoven();
    }

    public static int getIntOption(FileDescriptor descriptor, boolean convert, int level, int option)
            throws IOException {
        throw unwoven();
    }

    public static void setIntOption(FileDescriptor descriptor, boolean convert, int level, int option, int value,
            boolean ipv6) throws IOException {
        throw unwoven();
    }

    /** Closes a socket by its number, on Windows. */
    public static void closeNumber(int socket) throws IOException {
        throw unwoven();
    }

    /** Linux's; the time-out is in milliseconds, as in all of its like. */
    public static int epollWait(int epoll, long address, int count, int timeout) throws IOException {
        throw unwoven();
    }

    /** macOS's. */
    public static int kqueuePoll(int queue, long address, int count, long timeout) throws IOException {
        throw unwoven();
    }

    /** The same for Windows, made of what that has. */
    public static int wepollWait(long epoll, long address, int count, int timeout) throws IOException {
        throw unwoven();
    }

    /** The {@code poll} of the selectors that are no system's first choice. */
    public static int pollAll(long address, int count, int timeout) throws IOException {
        throw unwoven();
    }

    public static long currentThread() {
        throw unwoven();
    }

    public static void signal(long thread) {
        throw unwoven();
    }

    public static int waitForProcessExit(long process, boolean reap) {
        throw unwoven();
    }

    public static boolean destroyProcess(long process, long startTime, boolean force) {
        throw unwoven();
    }
}
