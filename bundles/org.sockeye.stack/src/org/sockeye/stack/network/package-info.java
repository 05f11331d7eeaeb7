/**
 * The network layer: IPv4 (RFC 791) with ARP, ICMP and IGMP, IPv6 (RFC 8200) with Neighbour Discovery, ICMPv6 and MLD, and
 * routing and forwarding for both.
 *
 * <p>It moves datagrams from host to host, through {@link org.sockeye.stack.network.NetworkService}, and must not know
 * ports or connections.
 */
@NullMarked
package org.sockeye.stack.network;

import org.jspecify.annotations.NullMarked;
