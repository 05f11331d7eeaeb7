package org.sockeye.stack.trace;

/**
 * What a program handed to its socket in one call.
 *
 * @param number counts the messages of a run from 1
 * @param time when, in nanoseconds since the start of the run
 * @param origin who
 * @param length how many bytes
 */
public record Message(long number, long time, Origin origin, int length) {
}
