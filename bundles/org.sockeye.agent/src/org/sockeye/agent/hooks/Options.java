package org.sockeye.agent.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;

/** Socket options by Linux's numbers, which the library uses there. */
final class Options {

    private static final int IP = 0;
    private static final int SOCKET = 1;
    private static final int TCP = 6;

    private Options() {
    }

    /** The option that the network knows by another name; null if it knows none such. */
    private static Option known(int level, int option) {
        if (level == TCP) {
            return option == 1 ? Option.NO_DELAY : null;
        }
        if (level == IP) {
            return option == 2 ? Option.TIME_TO_LIVE : null;
        }
        if (level != SOCKET) {
            return null;
        }
        switch (option) {
            case 2:
                return Option.REUSE_ADDRESS;
            case 6:
                return Option.BROADCAST;
            case 7:
                return Option.SEND_BUFFER;
            case 8:
                return Option.RECEIVE_BUFFER;
            case 9:
                return Option.KEEP_ALIVE;
            case 13:
                return Option.LINGER;
            default:
                return null;
        }
    }

    static int get(SimulatedSocket socket, int level, int option) throws IOException {
        Option known = known(level, option);
        if (known == null) {
            return socket.remembered(level, option);
        }
        Reply reply = socket.call(Operation.GET_OPTION, known.ordinal());
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
        byte[] bytes = ByteBuffer.allocate(4).putInt(value).array();
        Reply reply = socket.call(Operation.SET_OPTION, option.ordinal(), bytes);
        if (reply.outcome() == Reply.Outcome.FAILED) {
            throw Failures.ofSocket(reply);
        }
    }
}
