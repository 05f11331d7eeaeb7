package org.sockeye.agent.hooks;

import java.io.IOException;
import java.net.SocketException;
import org.sockeye.agent.protocol.Option;

/** The natives of {@code jdk.net.LinuxSocketOptions} that are about sockets of the network. */
public final class ExtendedOptionHooks {

    /** Of Linux's IP_MTU_DISCOVER: no datagram is cut, and any may be. */
    private static final int ALWAYS = 2;
    private static final int NEVER = 0;

    private ExtendedOptionHooks() {
    }

    private static SimulatedSocket simulated(int fd) throws SocketException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            throw Failures.plain(new SocketException("Operation not supported"));
        }
        return socket;
    }

    private static int get(int fd, Option option) throws SocketException {
        try {
            return Options.get(simulated(fd), option);
        } catch (IOException e) {
            throw Failures.plain(new SocketException(e.getMessage()));
        }
    }

    private static void set(int fd, Option option, int value) throws SocketException {
        try {
            Options.set(simulated(fd), option, value);
        } catch (IOException e) {
            throw Failures.plain(new SocketException(e.getMessage()));
        }
    }

    public static void setTcpKeepAliveProbes0(int fd, int value) throws SocketException {
        set(fd, Option.KEEP_ALIVE_PROBES, value);
    }

    public static void setTcpKeepAliveTime0(int fd, int value) throws SocketException {
        set(fd, Option.KEEP_ALIVE_IDLE, value);
    }

    public static void setTcpKeepAliveIntvl0(int fd, int value) throws SocketException {
        set(fd, Option.KEEP_ALIVE_INTERVAL, value);
    }

    public static int getTcpKeepAliveProbes0(int fd) throws SocketException {
        return get(fd, Option.KEEP_ALIVE_PROBES);
    }

    public static int getTcpKeepAliveTime0(int fd) throws SocketException {
        return get(fd, Option.KEEP_ALIVE_IDLE);
    }

    public static int getTcpKeepAliveIntvl0(int fd) throws SocketException {
        return get(fd, Option.KEEP_ALIVE_INTERVAL);
    }

    public static void setQuickAck0(int fd, boolean on) throws SocketException {
        set(fd, Option.QUICK_ACK, on ? 1 : 0);
    }

    public static boolean getQuickAck0(int fd) throws SocketException {
        return get(fd, Option.QUICK_ACK) != 0;
    }

    public static void setIpDontFragment0(int fd, boolean whole, boolean six) throws SocketException {
        set(fd, Option.PATH_MTU_DISCOVERY, whole ? ALWAYS : NEVER);
    }

    public static boolean getIpDontFragment0(int fd, boolean six) throws SocketException {
        return get(fd, Option.PATH_MTU_DISCOVERY) == ALWAYS;
    }

    /** No queue of a real device has brought anything. */
    public static int getIncomingNapiId0(int fd) throws SocketException {
        simulated(fd);
        return 0;
    }
}
