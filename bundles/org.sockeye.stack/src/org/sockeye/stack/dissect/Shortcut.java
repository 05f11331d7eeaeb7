package org.sockeye.stack.dissect;

/**
 * Reads a field's values straight from a frame's bytes: the same that the dissection would find, as numbers. Flags are 0
 * or 1, addresses their bits.
 */
interface Shortcut {

    /** It cannot be said without taking the frame apart. */
    int UNKNOWN = -1;

    /** How many values the frame has; {@link #UNKNOWN} if that is not to be seen. */
    int count(Sight sight);

    /** One of them, from 0. */
    long value(Sight sight, int index);
}
