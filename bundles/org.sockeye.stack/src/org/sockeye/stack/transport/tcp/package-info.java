/**
 * TCP (RFC 9293), a file for each role: {@code Handshake} opens and {@code Agreement} says what both ends speak,
 * {@code Sender} and {@code Receiver} move bytes, {@code Flight} and {@code Scoreboard} know what is under way (RFC 2018),
 * {@code Losses} finds what is lost, by {@code Rack} and {@code TailLossProbe} (RFC 8985) or duplicates, {@code Recovery} mends
 * it at the pace of {@code Reduction} (RFC 6937), {@code RoundTrip} knows when to give up waiting (RFC 6298), {@code Undo} and
 * {@code TimeoutProbe} (RFC 5682) notice false alarms, {@code TimestampClock} carries time (RFC 7323), {@code CongestionEcho}
 * the marks of routers (RFC 3168), {@code Arrival} says what a segment does, {@code State} what comes next, {@code Listener}
 * takes in clients, {@code TcpSocket} is what a program holds of it all. {@code TcpSettings} says how Linux is set up, and so
 * how this is. How fast to send is for {@code congestion} to say.
 *
 * <p>Numbers of bytes are {@code long} and count from the connection's start, the SYN being number 0, so that nothing
 * but {@code SequenceSpace} knows that 32 bits wrap around. This room must not know routes, links or programs.
 *
 * <p>Not spoken here: fast open (RFC 7413), multipath (RFC 8684), signatures (RFC 2385, RFC 5925), accurate ECN.
 */
@NullMarked
package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.NullMarked;
