/**
 * The bytes of every header, exactly as they stand on a wire: one file a header, and one field table a header that
 * parsing, emitting, the layer tree and the byte highlighting all read.
 *
 * <p>This room must not know who sends a header or why: no time, no addresses of ours, no state.
 */
@NullMarked
package org.sockeye.stack.wire;

import org.jspecify.annotations.NullMarked;
