package org.sockeye.agent.transform;

import java.util.List;

/**
 * A native of the library that the agent itself calls, through {@code org.sockeye.agent.natives.Natives}.
 *
 * @param method its name there
 * @param candidates where it may be, as "package/class.name"; the first that exists is taken
 */
record Original(String method, List<String> candidates) {

    static final List<Original> ALL = List.of(at("socketUnix", "UnixDomainSockets.socket0"),
            at("connectUnix", "UnixDomainSockets.connect0"), at("read", "SocketDispatcher.read0"),
            at("readv", "SocketDispatcher.readv0"),
            at("write", "SocketDispatcher.write0", "FileDispatcherImpl.write0"),
            at("writev", "SocketDispatcher.writev0", "FileDispatcherImpl.writev0"),
            at("close", "UnixDispatcher.close0", "FileDispatcherImpl.close0"),
            at("preClose", "UnixDispatcher.preClose0", "FileDispatcherImpl.preClose0"), at("listen", "Net.listen"),
            at("shutdown", "Net.shutdown"), at("available", "Net.available"), at("poll", "Net.poll"),
            at("pollConnect", "Net.pollConnect"), at("getIntOption", "Net.getIntOption0"),
            at("setIntOption", "Net.setIntOption0"), at("epollWait", "EPoll.wait"),
            at("currentThread", "NativeThread.current0", "NativeThread.current"),
            at("signal", "NativeThread.signal0", "NativeThread.signal"),
            new Original("waitForProcessExit", List.of("java/lang/ProcessHandleImpl.waitForProcessExit0")),
            new Original("destroyProcess", List.of("java/lang/ProcessHandleImpl.destroy0")));

    private static Original at(String method, String... candidates) {
        String[] full = new String[candidates.length];
        for (int i = 0; i < full.length; i++) {
            full[i] = "sun/nio/ch/" + candidates[i];
        }
        return new Original(method, List.of(full));
    }

    /** True for classes that have natives which the agent calls: they must let it. */
    static boolean isOwner(String className) {
        for (Original original : ALL) {
            for (String candidate : original.candidates) {
                if (candidate.length() > className.length() && candidate.startsWith(className)
                        && candidate.charAt(className.length()) == '.') {
                    return true;
                }
            }
        }
        return false;
    }
}
