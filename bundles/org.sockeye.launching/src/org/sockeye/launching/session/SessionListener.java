package org.sockeye.launching.session;

/** Is told about the workbench's network. Calls come from any thread and must return at once. */
public interface SessionListener {

    /** A new network takes the place of the last one. */
    default void opened(NetworkSession session) {
    }

    /** Something about the network has changed: time, a program, a frame. Comes often. */
    default void changed(NetworkSession session) {
    }
}
