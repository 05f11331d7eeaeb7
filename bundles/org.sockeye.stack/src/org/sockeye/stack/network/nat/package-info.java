/**
 * Network address and port translation (RFC 3022): many hosts behind one address. It rewrites datagrams that pass a
 * router, and must not know routes or interfaces.
 */
@NullMarked
package org.sockeye.stack.network.nat;

import org.jspecify.annotations.NullMarked;
