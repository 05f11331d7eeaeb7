package org.sockeye.agent.protocol;

/**
 * Whether a run does without everything that only Linux has (/proc, signals that wake a thread, network namespaces), as it
 * must on other systems. On Linux that can be asked for, so that the other way is tried there too.
 */
public final class Portable {

    /** The system property, of the network's process and of a program's. */
    public static final String PROPERTY = "sockeye.portable";

    private Portable() {
    }

    public static boolean isAsked() {
        return Boolean.getBoolean(PROPERTY);
    }
}
