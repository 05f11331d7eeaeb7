package org.sockeye.stack.dissect;

/**
 * The columns that a packet list shows of a frame, as of its {@link Dissection}.
 *
 * @param source network address of the sender, or its MAC where there is none
 * @param destination the same of the receiver
 * @param protocol the innermost protocol that has a name of its own
 * @param info one line about what the frame says
 */
public record Summary(String source, String destination, String protocol, String info) {
}
