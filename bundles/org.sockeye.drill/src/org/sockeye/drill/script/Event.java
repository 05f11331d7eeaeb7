package org.sockeye.drill.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a script does, or expects to happen. */
public sealed interface Event {

    When when();

    Position position();

    /** A packet that is put on the wire towards the stack. */
    record Inject(When when, Position position, PacketSpec packet) implements Event {
    }

    /** A packet that the stack must send. */
    record Expect(When when, Position position, PacketSpec packet) implements Event {
    }

    /**
     * A system call, and what must come of it.
     *
     * @param result what it returns; null if that does not matter
     * @param errno the error's name, such as EAGAIN; empty if it must succeed
     */
    record SystemCall(When when, Position position, String name, List<Expression> arguments,
            @Nullable Expression result, String errno) implements Event {

        public SystemCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** A <code>%{ block }%</code> of assertions. */
    record Block(When when, Position position, String code) implements Event {
    }

    /** A {@code `command`} of the shell. */
    record Command(When when, Position position, String text) implements Event {
    }
}
