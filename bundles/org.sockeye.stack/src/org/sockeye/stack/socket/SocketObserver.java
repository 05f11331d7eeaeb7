package org.sockeye.stack.socket;

/** Is told that something about a socket changed: it connected, failed, or has more to read, accept or write into. */
@FunctionalInterface
public interface SocketObserver {

    /** Called from within the network's step; look, and do not call back into the network for long. */
    void changed();
}
