/**
 * TCP (RFC 9293): sender, receiver, timers and states of a connection, each in a file of its own.
 */
@NullMarked
package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.NullMarked;
