/**
 * TCP (RFC 9293), a file for each role: {@code Handshake} opens, {@code Sender} and {@code Receiver} move bytes,
 * {@code Recovery} and {@code RoundTrip} mend losses, {@code Arrival} says what a segment does, {@code State} what comes
 * next, {@code Listener} takes in clients, {@code TcpSocket} is what a program holds of it all.
 *
 * <p>Numbers of bytes are {@code long} and count from the connection's start, the SYN being number 0, so that nothing
 * but {@code SequenceSpace} knows that 32 bits wrap around. This room must not know routes, links or programs.
 */
@NullMarked
package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.NullMarked;
