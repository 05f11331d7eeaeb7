package org.sockeye.agent.natives;

/** The operating systems whose Java library the agent knows. */
public enum OperatingSystem {
    LINUX, MACOS, WINDOWS,
    /** Any other: nothing is known of its library. */
    OTHER;

    public static final OperatingSystem HERE = named(System.getProperty("os.name"));

    /** @param name as in the system property {@code os.name} */
    public static OperatingSystem named(String name) {
        if (name.equals("Linux")) {
            return LINUX;
        }
        if (name.startsWith("Mac OS X")) {
            return MACOS;
        }
        return name.startsWith("Windows") ? WINDOWS : OTHER;
    }

    /** Whether one thread can end the system call in which another one waits. */
    public boolean hasSignals() {
        return this != WINDOWS;
    }
}
