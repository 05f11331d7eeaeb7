/**
 * What happened: every frame at every hop with the messages that it carries, notes in words, and pcapng.
 */
@NullMarked
package org.sockeye.stack.trace;

import org.jspecify.annotations.NullMarked;
