package org.sockeye.agent.transform;

import java.util.List;

/** What is wrapped and called in the Java libraries of all systems. */
final class SharedLibrary {

    static final List<Wrapped> WRAPPED = List.of(
            Wrapped.always("sun/nio/ch/Net", "SocketHooks", "socket0", "bind0", "listen", "connect0", "pollConnect",
                    "accept", "shutdown", "localPort", "localInetAddress", "remotePort", "remoteInetAddress",
                    "getIntOption0", "setIntOption0", "poll", "available", "sendOOB", "isIPv6Available0", "joinOrDrop4",
                    "joinOrDrop6", "blockOrUnblock4", "blockOrUnblock6", "setInterface4", "getInterface4",
                    "setInterface6", "getInterface6").maybe("isReusePortAvailable0", "isExclusiveBindAvailable",
                            "shouldShutdownWriteBeforeClose0", "shouldSetBothIPv4AndIPv6Options0",
                            "canIPv6SocketJoinIPv4Group0", "canJoin6WithIPv4Group0",
                            "canUseIPv6OptionsWithIPv4LocalAddress0"),
            Wrapped.always("sun/nio/ch/DatagramChannelImpl", "DatagramHooks", "disconnect0", "receive0", "send0"),
            Wrapped.always("sun/nio/ch/DatagramDispatcher", "DatagramHooks", "read0", "readv0", "write0", "writev0"),
            Wrapped.always("java/lang/ProcessHandleImpl", "ProcessHooks", "waitForProcessExit0", "destroy0"),
            Wrapped.always("java/net/Inet4AddressImpl", "NameHooks", "getLocalHostName", "lookupAllHostAddr",
                    "getHostByAddr", "isReachable0"),
            Wrapped.always("java/net/Inet6AddressImpl", "NameHooks", "getLocalHostName", "lookupAllHostAddr",
                    "getHostByAddr", "isReachable0"),
            Wrapped.ifThere("java/net/InetAddressImplFactory", "NameHooks", "isIPv6Supported"),
            Wrapped.always("java/net/InetAddress", "NameHooks").maybe("isIPv4Available", "isIPv6Supported"),
            Wrapped.always("java/net/NetworkInterface", "InterfaceHooks", "getAll", "getByName0", "getByIndex0",
                    "boundInetAddress0", "getByInetAddress0", "isUp0", "isLoopback0", "supportsMulticast0", "isP2P0",
                    "getMacAddr0", "getMTU0"));

    static final List<Original> ORIGINALS = List.of(Original.at("socketUnix", "UnixDomainSockets.socket0"),
            Original.at("connectUnix", "UnixDomainSockets.connect0"), Original.at("read", "SocketDispatcher.read0"),
            Original.at("readv", "SocketDispatcher.readv0"), Original.at("listen", "Net.listen"),
            Original.at("shutdown", "Net.shutdown"), Original.at("available", "Net.available"),
            Original.at("poll", "Net.poll"), Original.at("pollConnect", "Net.pollConnect"),
            Original.at("getIntOption", "Net.getIntOption0"), Original.at("setIntOption", "Net.setIntOption0"),
            new Original("waitForProcessExit", List.of("java/lang/ProcessHandleImpl.waitForProcessExit0")),
            new Original("destroyProcess", List.of("java/lang/ProcessHandleImpl.destroy0")));

    private SharedLibrary() {
    }
}
