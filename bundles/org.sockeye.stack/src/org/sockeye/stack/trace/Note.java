package org.sockeye.stack.trace;

/**
 * Something that happened besides a frame being sent, in words.
 *
 * @param time when, in nanoseconds since the start of the run
 * @param device where
 * @param frame the number of the frame it is about, or 0
 * @param text such as "ignored: no socket listens on 10.0.2.2:6780" or "tcp 10.0.1.2:49152 → 10.0.2.2:6789: ESTABLISHED"
 */
public record Note(long time, String device, int frame, String text) implements TraceEvent {
}
