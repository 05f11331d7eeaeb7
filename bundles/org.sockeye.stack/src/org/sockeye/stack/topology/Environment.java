package org.sockeye.stack.topology;

import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Trace;

/**
 * What every layer of a device gets from outside.
 *
 * @param device the device's name, which notes in the trace bear
 * @param events the clock, and what will happen
 * @param randomness chance; a layer draws from streams whose names say whose they are
 * @param trace what has happened
 */
public record Environment(String device, EventQueue events, Randomness randomness, Trace trace) {
}
