package org.sockeye.agent.hooks;

import java.util.HashMap;
import java.util.Map;
import org.sockeye.agent.natives.OperatingSystem;
import org.sockeye.agent.protocol.Option;

/** The numbers by which this operating system, and so its Java library, calls socket options. */
final class OptionNumbers {

    private static final int IP = 0;
    private static final int TCP = 6;
    private static final int IPV6 = 41;

    /** The level of options that are of no protocol, SOL_SOCKET, and there SO_SNDBUF. */
    final int socketLevel;
    final int sendBuffer;
    private final Map<Integer, Option> known = new HashMap<>();

    private OptionNumbers(int socketLevel, int sendBuffer) {
        this.socketLevel = socketLevel;
        this.sendBuffer = sendBuffer;
        at(socketLevel, sendBuffer, Option.SEND_BUFFER);
        at(TCP, 1, Option.NO_DELAY);
    }

    static OptionNumbers of(OperatingSystem system) {
        return system == OperatingSystem.LINUX ? linux() : likeBsd(system == OperatingSystem.MACOS ? 36 : 39);
    }

    private static OptionNumbers linux() {
        int socket = 1;
        return new OptionNumbers(socket, 7).at(socket, 2, Option.REUSE_ADDRESS).at(socket, 6, Option.BROADCAST)
                .at(socket, 8, Option.RECEIVE_BUFFER).at(socket, 9, Option.KEEP_ALIVE)
                .at(socket, 10, Option.URGENT_INLINE).at(socket, 13, Option.LINGER).at(IP, 1, Option.TRAFFIC_CLASS)
                .at(IP, 2, Option.TIME_TO_LIVE).at(IP, 33, Option.MULTICAST_TTL).at(IP, 34, Option.MULTICAST_LOOP)
                .at(IPV6, 16, Option.TIME_TO_LIVE).at(IPV6, 18, Option.MULTICAST_TTL)
                .at(IPV6, 19, Option.MULTICAST_LOOP).at(IPV6, 26, Option.IPV6_ONLY).at(IPV6, 67, Option.TRAFFIC_CLASS);
    }

    /**
     * macOS, and Windows, whose interface is taken from there.
     *
     * @param trafficClass6 IPV6_TCLASS, in which they differ
     */
    private static OptionNumbers likeBsd(int trafficClass6) {
        int socket = 0xffff;
        return new OptionNumbers(socket, 0x1001).at(socket, 0x4, Option.REUSE_ADDRESS)
                .at(socket, 0x20, Option.BROADCAST).at(socket, 0x1002, Option.RECEIVE_BUFFER)
                .at(socket, 0x8, Option.KEEP_ALIVE).at(socket, 0x100, Option.URGENT_INLINE)
                .at(socket, 0x80, Option.LINGER).at(IP, 3, Option.TRAFFIC_CLASS).at(IP, 4, Option.TIME_TO_LIVE)
                .at(IP, 10, Option.MULTICAST_TTL).at(IP, 11, Option.MULTICAST_LOOP).at(IPV6, 4, Option.TIME_TO_LIVE)
                .at(IPV6, 10, Option.MULTICAST_TTL).at(IPV6, 11, Option.MULTICAST_LOOP).at(IPV6, 27, Option.IPV6_ONLY)
                .at(IPV6, trafficClass6, Option.TRAFFIC_CLASS);
    }

    private OptionNumbers at(int level, int number, Option option) {
        known.put(level << 16 | number, option);
        return this;
    }

    /** The option that the network knows by another name; null if it knows none such. */
    Option option(int level, int number) {
        return known.get(level << 16 | number);
    }
}
