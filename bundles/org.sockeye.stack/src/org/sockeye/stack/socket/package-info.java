/**
 * The door between a program and its transport: sockets as events see them. Nothing blocks here; whoever waits, waits
 * outside and is told by a {@link org.sockeye.stack.socket.SocketObserver}.
 */
@NullMarked
package org.sockeye.stack.socket;

import org.jspecify.annotations.NullMarked;
