package org.sockeye.agent.transform;

/** This Java version's library is not as the agent knows it. */
final class Unwoven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unwoven(String message) {
        super(message);
    }

    /** Told to whoever starts the program. */
    @Override
    public String toString() {
        return getMessage() + " on Java " + Runtime.version() + "; use JDK 17 to 25";
    }
}
