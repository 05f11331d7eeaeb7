/**
 * The link layer: Ethernet interfaces that frame and check, and the learning switch.
 *
 * <p>It moves frames between neighbours and must not know what a datagram says.
 */
@NullMarked
package org.sockeye.stack.link;

import org.jspecify.annotations.NullMarked;
