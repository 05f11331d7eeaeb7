/**
 * The network layer: IPv4, routing and forwarding, ARP, ICMP.
 *
 * <p>It moves datagrams from host to host, through {@link org.sockeye.stack.network.NetworkService}, and must not know
 * ports or connections.
 */
@NullMarked
package org.sockeye.stack.network;

import org.jspecify.annotations.NullMarked;
