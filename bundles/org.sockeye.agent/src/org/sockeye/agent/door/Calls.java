package org.sockeye.agent.door;

import java.io.IOException;
import java.util.ArrayDeque;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** Calls to the network. As many connections are kept as calls were ever under way at once. */
public final class Calls {

    private static final byte[] NOTHING = {};

    private final Door door;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();

    public Calls(Door door) {
        this.door = door;
    }

    public Reply call(Operation operation, int socket, int number) {
        return call(new Call(operation, socket, number, "", NOTHING));
    }

    /** A call that the network answers at once. */
    public Reply call(Call call) {
        try {
            Connection connection = take();
            Reply reply = connection.call(call.encode());
            synchronized (idle) {
                idle.push(connection);
            }
            return reply;
        } catch (IOException e) {
            throw Ending.withoutNetwork();
        }
    }

    /** A call whose answer may take simulated time. */
    public Reply waitFor(Wait wait, Call call) {
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            return call(call);
        }
        slot.enter(wait, SharedLayout.NEVER);
        try {
            return call(call);
        } finally {
            slot.exit();
        }
    }

    private Connection take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return door.calls();
    }
}
