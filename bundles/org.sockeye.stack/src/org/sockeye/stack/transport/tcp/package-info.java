/**
 * TCP (RFC 9293), a file for each role: {@code Handshake} opens and
 * {@code Agreement} says what both ends speak, {@code Sender} and {@code Receiver} move bytes,
 * {@code Flight} knows what is under way, {@code Recovery} and {@code RoundTrip} mend losses, {@code Arrival} says what a
 * segment does, {@code State} what comes next, {@code Listener} takes in clients, {@code TcpSocket} is what a program
 * holds of it all. {@code TcpSettings} says how Linux is set up, and so how this is.
 *
 * <p>Numbers of bytes are {@code long} and count from the connection's start, the SYN being number 0, so that nothing
 * but {@code SequenceSpace} knows that 32 bits wrap around. This room must not know routes, links or programs.
 *
 * <p>Not spoken here: selective acknowledgments (RFC 2018; {@code Flight} and {@code Recovery} would use them), timestamps
 * (RFC 7323, section 3), RACK and tail loss probes (RFC 8985), CUBIC (RFC 9438), explicit congestion notification, path MTU
 * discovery, urgent data, fast open. Buffers keep the size that the program or the settings gave them.
 */
@NullMarked
package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.NullMarked;
