package org.sockeye.agent.transform;

import java.util.List;

/** The Java libraries of Linux and macOS, which have most in common. */
final class UnixLibrary {

    private static final List<Wrapped> WRAPPED = List.of(
            Wrapped.always("sun/nio/ch/SocketDispatcher", "StreamTransferHooks", "read0", "readv0").maybe("write0",
                    "writev0"),
            Wrapped.ifThere("sun/nio/ch/UnixDispatcher", "StreamTransferHooks", "close0", "preClose0"),
            // What newer versions have in the two above is here in Java 17.
            Wrapped.always("sun/nio/ch/FileDispatcherImpl", "StreamTransferHooks").maybe("write0", "writev0", "close0",
                    "preClose0"),
            Wrapped.always("sun/nio/ch/UnixAsynchronousSocketChannelImpl", "SocketHooks", "checkConnect"),
            Wrapped.always("sun/nio/ch/PollSelectorImpl", "SelectHooks", "poll"));

    private static final List<Original> ORIGINALS = List.of(
            Original.at("write", "SocketDispatcher.write0", "FileDispatcherImpl.write0"),
            Original.at("writev", "SocketDispatcher.writev0", "FileDispatcherImpl.writev0"),
            Original.at("close", "UnixDispatcher.close0", "FileDispatcherImpl.close0"),
            Original.at("preClose", "UnixDispatcher.preClose0", "FileDispatcherImpl.preClose0"),
            Original.at("currentThread", "NativeThread.current0", "NativeThread.current"),
            Original.at("signal", "NativeThread.signal0", "NativeThread.signal"),
            Original.at("pollAll", "PollSelectorImpl.poll"));

    private UnixLibrary() {
    }

    static Platform linux() {
        return Platform.with(Platform.join(WRAPPED, List.of(
                Wrapped.ifThere("jdk/net/LinuxSocketOptions", "ExtendedOptionHooks", "setTcpKeepAliveProbes0",
                        "setTcpKeepAliveTime0", "setTcpKeepAliveIntvl0", "getTcpKeepAliveProbes0",
                        "getTcpKeepAliveTime0", "getTcpKeepAliveIntvl0", "setQuickAck0", "getQuickAck0",
                        "getIncomingNapiId0").maybe("setIpDontFragment0", "getIpDontFragment0"),
                Wrapped.always("sun/nio/ch/EPoll", "SelectHooks", "wait"))),
                Platform.join(ORIGINALS, List.of(Original.at("epollWait", "EPoll.wait"))));
    }

    static Platform macos() {
        return Platform.with(Platform.join(WRAPPED, List.of(
                Wrapped.ifThere("jdk/net/MacOSXSocketOptions", "ExtendedOptionHooks", "setTcpKeepAliveProbes0",
                        "setTcpKeepAliveTime0", "setTcpKeepAliveIntvl0", "getTcpKeepAliveProbes0",
                        "getTcpKeepAliveTime0", "getTcpKeepAliveIntvl0").maybe("setIpDontFragment0",
                                "getIpDontFragment0"),
                Wrapped.always("sun/nio/ch/KQueue", "SelectHooks", "poll"))),
                Platform.join(ORIGINALS, List.of(Original.at("kqueuePoll", "KQueue.poll"))));
    }
}
