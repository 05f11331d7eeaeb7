package org.sockeye.stack.trace;

/** One of the things that happened in a run: a frame was sent, or something else took place. */
public sealed interface TraceEntry permits TracedFrame, TraceEvent {

    /** When, in nanoseconds since the start of the run. */
    long time();

    /** The name of the device where it happened; for a frame, of the one that sent it. */
    String device();
}
