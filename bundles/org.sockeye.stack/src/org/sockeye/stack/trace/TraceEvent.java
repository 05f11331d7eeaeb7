package org.sockeye.stack.trace;

/** Something that happened besides a frame being sent. */
public sealed interface TraceEvent extends TraceEntry
        permits Note, ConnectionEvent, SocketEvent, TimerEvent, NeighbourEvent, SwitchEvent {
}
