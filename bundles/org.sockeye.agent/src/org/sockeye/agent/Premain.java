package org.sockeye.agent;

import java.lang.instrument.Instrumentation;

/** Entry point of the agent: called by the virtual machine before the program's own {@code main}. */
public final class Premain {
    private Premain() {
    }

    public static void premain(String arguments, Instrumentation instrumentation) {
    }
}
