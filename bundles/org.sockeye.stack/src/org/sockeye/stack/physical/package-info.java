/**
 * The physical layer: what carries bits from one port to another, how long that takes, and what is lost on the way.
 *
 * <p>It must not look inside a frame.
 */
@NullMarked
package org.sockeye.stack.physical;

import org.jspecify.annotations.NullMarked;
