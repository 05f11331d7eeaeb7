package org.sockeye.agent.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;

/** Socket options by Linux's numbers, which the library uses there. */
final class Options {

    private static final int IP = 0;
    private static final int SOCKET = 1;
    private static final int TCP = 6;
    private static final int IPV6 = 41;
    /** Linux's names of the options, by level and number. */
    private static final Map<Integer, Option> KNOWN = Map.ofEntries(at(SOCKET, 2, Option.REUSE_ADDRESS),
            at(SOCKET, 6, Option.BROADCAST), at(SOCKET, 7, Option.SEND_BUFFER), at(SOCKET, 8, Option.RECEIVE_BUFFER),
            at(SOCKET, 9, Option.KEEP_ALIVE), at(SOCKET, 10, Option.URGENT_INLINE), at(SOCKET, 13, Option.LINGER),
            at(TCP, 1, Option.NO_DELAY), at(IP, 1, Option.TRAFFIC_CLASS),
            at(IP, 2, Option.TIME_TO_LIVE), at(IP, 33, Option.MULTICAST_TTL), at(IP, 34, Option.MULTICAST_LOOP),
            at(IPV6, 16, Option.TIME_TO_LIVE), at(IPV6, 18, Option.MULTICAST_TTL),
            at(IPV6, 19, Option.MULTICAST_LOOP), at(IPV6, 26, Option.IPV6_ONLY), at(IPV6, 67, Option.TRAFFIC_CLASS));

    private Options() {
    }

    private static Map.Entry<Integer, Option> at(int level, int number, Option option) {
        return Map.entry(key(level, number), option);
    }

    private static int key(int level, int number) {
        return level << 16 | number;
    }

    /** The option that the network knows by another name; null if it knows none such. */
    private static Option known(int level, int option) {
        return KNOWN.get(key(level, option));
    }

    static int get(SimulatedSocket socket, int level, int option) throws IOException {
        Option known = known(level, option);
        if (known == null) {
            return socket.remembered(level, option);
        }
        return get(socket, known);
    }

    static int get(SimulatedSocket socket, Option option) throws IOException {
        Reply reply = socket.call(Operation.GET_OPTION, option.ordinal());
        if (reply.outcome() == Reply.Outcome.FAILED) {
            throw Failures.ofSocket(reply);
        }
        return reply.value();
    }

    /** Sets an option; one that the network does not know is remembered, so that it can be asked for. */
    static void set(SimulatedSocket socket, int level, int option, int value) throws IOException {
        Option known = known(level, option);
        if (known == null) {
            socket.remember(level, option, value);
        } else {
            set(socket, known, value);
        }
    }

    static void set(SimulatedSocket socket, Option option, int value) throws IOException {
        if (option == Option.LINGER) {
            socket.lingers(value > 0);
        }
        byte[] bytes = ByteBuffer.allocate(4).putInt(value).array();
        Reply reply = socket.call(Operation.SET_OPTION, option.ordinal(), bytes);
        if (reply.outcome() == Reply.Outcome.FAILED) {
            throw Failures.ofSocket(reply);
        }
    }
}
