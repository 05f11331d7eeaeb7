/**
 * The application layer as far as the network itself speaks it: DNS (RFC 1035) and DHCP (RFC 2131),
 * and the dissectors of what programs say.
 */
@NullMarked
package org.sockeye.stack.application;

import org.jspecify.annotations.NullMarked;
