package org.sockeye.stack.trace;

/**
 * One direction of a link, as a trace knows it; {@link Trace#direction} has them.
 *
 * @param from the end that sends
 * @param to the end that is sent to
 * @param number counts the directions of a trace from 0
 */
public record Direction(LinkEnd from, LinkEnd to, int number) {
}
