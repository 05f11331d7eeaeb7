package org.sockeye.agent.hooks;

import org.sockeye.agent.door.Calls;
import org.sockeye.agent.door.Door;

/** The network that this process's sockets belong to. */
public final class Simulation {

    private static volatile Door door;
    private static volatile Calls calls;

    private Simulation() {
    }

    public static void start(Door toNetwork) {
        calls = new Calls(toNetwork);
        door = toNetwork;
    }

    static Door door() {
        return door;
    }

    static Calls calls() {
        return calls;
    }
}
