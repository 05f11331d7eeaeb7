package org.sockeye.agent.transform;

import java.util.List;

/**
 * The natives that are wrapped: who has them, and which class of {@code org.sockeye.agent.hooks} answers for them. Names
 * are those of Java 17 to 25; a native that moved from one class to another in between is in both lists, as optional.
 *
 * @param owner the class, with slashes
 * @param hooks the class with methods of the same names and signatures
 * @param required natives that the class must have: it is refused otherwise
 * @param optional natives that it may have
 */
record Wrapped(String owner, String hooks, List<String> required, List<String> optional) {

    private static final String HOOKS = "org/sockeye/agent/hooks/";

    static final List<Wrapped> ALL = List.of(
            new Wrapped("sun/nio/ch/Net", HOOKS + "SocketHooks",
                    List.of("socket0", "bind0", "listen", "connect0", "pollConnect", "accept", "shutdown", "localPort",
                            "localInetAddress", "remotePort", "remoteInetAddress", "getIntOption0", "setIntOption0",
                            "poll", "available", "sendOOB", "isIPv6Available0", "joinOrDrop4", "joinOrDrop6",
                            "blockOrUnblock4", "blockOrUnblock6", "setInterface4", "getInterface4", "setInterface6",
                            "getInterface6"),
                    List.of()),
            new Wrapped("sun/nio/ch/SocketDispatcher", HOOKS + "StreamTransferHooks", List.of("read0", "readv0"),
                    List.of("write0", "writev0")),
            new Wrapped("sun/nio/ch/UnixDispatcher", HOOKS + "StreamTransferHooks", List.of("close0", "preClose0"),
                    List.of()),
            new Wrapped("sun/nio/ch/FileDispatcherImpl", HOOKS + "StreamTransferHooks", List.of(),
                    List.of("write0", "writev0", "close0", "preClose0")),
            new Wrapped("sun/nio/ch/DatagramChannelImpl", HOOKS + "DatagramHooks",
                    List.of("disconnect0", "receive0", "send0"), List.of()),
            new Wrapped("sun/nio/ch/DatagramDispatcher", HOOKS + "DatagramHooks",
                    List.of("read0", "readv0", "write0", "writev0"), List.of()),
            new Wrapped("sun/nio/ch/UnixAsynchronousSocketChannelImpl", HOOKS + "SocketHooks", List.of("checkConnect"),
                    List.of()),
            new Wrapped("jdk/net/LinuxSocketOptions", HOOKS + "ExtendedOptionHooks",
                    List.of("setTcpKeepAliveProbes0", "setTcpKeepAliveTime0", "setTcpKeepAliveIntvl0",
                            "getTcpKeepAliveProbes0", "getTcpKeepAliveTime0", "getTcpKeepAliveIntvl0", "setQuickAck0",
                            "getQuickAck0", "getIncomingNapiId0"),
                    List.of("setIpDontFragment0", "getIpDontFragment0")),
            new Wrapped("java/lang/ProcessHandleImpl", HOOKS + "ProcessHooks",
                    List.of("waitForProcessExit0", "destroy0"), List.of()),
            new Wrapped("sun/nio/ch/EPoll", HOOKS + "SelectHooks", List.of("wait"), List.of()),
            new Wrapped("java/net/Inet4AddressImpl", HOOKS + "NameHooks",
                    List.of("getLocalHostName", "lookupAllHostAddr", "getHostByAddr", "isReachable0"), List.of()),
            new Wrapped("java/net/Inet6AddressImpl", HOOKS + "NameHooks",
                    List.of("getLocalHostName", "lookupAllHostAddr", "getHostByAddr", "isReachable0"), List.of()),
            new Wrapped("java/net/InetAddressImplFactory", HOOKS + "NameHooks", List.of(), List.of("isIPv6Supported")),
            new Wrapped("java/net/InetAddress", HOOKS + "NameHooks", List.of(),
                    List.of("isIPv4Available", "isIPv6Supported")),
            new Wrapped("java/net/NetworkInterface", HOOKS + "InterfaceHooks",
                    List.of("getAll", "getByName0", "getByIndex0", "boundInetAddress0", "getByInetAddress0", "isUp0",
                            "isLoopback0", "supportsMulticast0", "isP2P0", "getMacAddr0", "getMTU0"),
                    List.of()));

    /** The entry of a class, or null. */
    static Wrapped of(String owner) {
        for (Wrapped wrapped : ALL) {
            if (wrapped.owner.equals(owner)) {
                return wrapped;
            }
        }
        return null;
    }

    boolean has(String nativeMethod) {
        return required.contains(nativeMethod) || optional.contains(nativeMethod);
    }
}
