package org.sockeye.stack.trace;

/** Is told what happens as it happens, on the thread that drives the network. */
public interface TraceListener {

    default void frame(TracedFrame frame) {
    }

    default void note(Note note) {
    }

    /** Any event, notes included. */
    default void event(TraceEvent event) {
    }
}
