package org.sockeye.agent.transform;

import java.util.List;

/** The Java library of Windows. */
final class WindowsLibrary {

    private WindowsLibrary() {
    }

    static Platform windows() {
        return Platform.with(List.of(
                Wrapped.always("sun/nio/ch/SocketDispatcher", "StreamTransferHooks", "read0", "readv0", "write0",
                        "writev0", "close0"),
                Wrapped.always("sun/nio/ch/WEPoll", "SelectHooks", "wait"),
                Wrapped.always("sun/nio/ch/WindowsSelectorImpl$SubSelector", "UnsimulatedHooks", "poll0"),
                Wrapped.always("sun/nio/ch/WindowsAsynchronousSocketChannelImpl", "UnsimulatedHooks", "connect0",
                        "closesocket0"),
                Wrapped.always("sun/nio/ch/WindowsAsynchronousServerSocketChannelImpl", "UnsimulatedHooks", "accept0",
                        "closesocket0"),
                // Java 18 and newer.
                Wrapped.ifThere("jdk/net/WindowsSocketOptions", "ExtendedOptionHooks").maybe("setTcpKeepAliveProbes0",
                        "setTcpKeepAliveTime0", "setTcpKeepAliveIntvl0", "getTcpKeepAliveProbes0",
                        "getTcpKeepAliveTime0", "getTcpKeepAliveIntvl0", "setIpDontFragment0", "getIpDontFragment0")),
                List.of(Original.at("write", "SocketDispatcher.write0"),
                        Original.at("writev", "SocketDispatcher.writev0"),
                        Original.at("closeNumber", "SocketDispatcher.close0"),
                        Original.at("wepollWait", "WEPoll.wait")));
    }
}
