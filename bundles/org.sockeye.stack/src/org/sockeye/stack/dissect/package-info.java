/**
 * Takes frames apart: from bytes to envelopes within envelopes with named fields, and display filters over them. Reads
 * only the bytes, so that frames of other programs' captures are understood just as well.
 */
@NullMarked
package org.sockeye.stack.dissect;

import org.jspecify.annotations.NullMarked;
