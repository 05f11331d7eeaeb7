/**
 * The link layer: interfaces that frame and check, for Ethernet and WiFi (802.11), the learning switch with its virtual LANs
 * (802.1Q), and the access point.
 *
 * <p>It moves frames between neighbours and must not know what a datagram says.
 */
@NullMarked
package org.sockeye.stack.link;

import org.jspecify.annotations.NullMarked;
