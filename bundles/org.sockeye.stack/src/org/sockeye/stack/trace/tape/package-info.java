/**
 * Bytes that are written once and read anywhere later: in memory as long as there are few, in a temporary file past that.
 */
@NullMarked
package org.sockeye.stack.trace.tape;

import org.jspecify.annotations.NullMarked;
