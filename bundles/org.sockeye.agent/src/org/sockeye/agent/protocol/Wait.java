package org.sockeye.agent.protocol;

/** In what a thread waits, as its slot says; {@link #ordinal} is the value there. */
public enum Wait {
    NOTHING("runs"),
    PARK("waits"),
    MONITOR("waits"),
    SLEEP("sleeps"),
    POLL("waits for a socket"),
    SELECT("waits in select"),
    /** For the reply to a call that takes simulated time. */
    CALL("waits for the network"),
    /** For a line of standard input that comes with a reply. */
    INPUT("waits for standard input"),
    /** For somebody to type: reads the process's own standard input. */
    TYPING("waits for somebody to type"),
    /** For the end of a process that it has started. */
    CHILD("waits for a process that it has started");

    private final String words;

    Wait(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
