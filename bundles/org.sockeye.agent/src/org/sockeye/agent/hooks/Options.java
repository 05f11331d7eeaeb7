package org.sockeye.agent.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockeye.agent.natives.OperatingSystem;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;

/** Socket options, which the library calls by the operating system's numbers. */
final class Options {

    static final OptionNumbers NUMBERS = OptionNumbers.of(OperatingSystem.HERE);

    private Options() {
    }

    static int get(SimulatedSocket socket, int level, int option) throws IOException {
        Option known = NUMBERS.option(level, option);
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
        Option known = NUMBERS.option(level, option);
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
