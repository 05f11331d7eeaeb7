/**
 * How much may be under way: congestion control (RFC 5681). An algorithm is told of acknowledgments and losses, moves a
 * window, and must not know sequence numbers, timers or segments.
 */
@NullMarked
package org.sockeye.stack.transport.tcp.congestion;

import org.jspecify.annotations.NullMarked;
