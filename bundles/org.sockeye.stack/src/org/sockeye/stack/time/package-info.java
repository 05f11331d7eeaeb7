/**
 * Simulated time and chance. Time is a {@code long}: nanoseconds since the start of the run. Nothing in the stack reads
 * a clock or draws a random number but through this room, so that the same seed gives the same trace.
 */
@NullMarked
package org.sockeye.stack.time;

import org.jspecify.annotations.NullMarked;
