/**
 * Runs packetdrill scripts against the TCP of the stack, in simulated time. {@code Drill} is the door; {@code script} reads,
 * {@code run} does, {@code assertion} computes, {@code verdict} tells.
 */
@NullMarked
package org.sockeye.drill;

import org.jspecify.annotations.NullMarked;
