/**
 * What the agent in a program and the network say to each other, byte for byte, and the memory that they share. Knows
 * neither virtual machine nor network: both ends, and agents for other kinds of program, build on it.
 *
 * <p>A program opens three kinds of local connection to the network's door, each begun with a
 * {@link org.sockeye.agent.protocol.Hello}: one for control, some for calls, and one a simulated socket. The socket's
 * carries no data. It is the real descriptor that poll and selectors look at: the network makes it readable with one
 * byte, the <em>token</em>, as long as the simulated socket is readable; the program makes it unwritable with a
 * <em>plug</em> that fills its buffer, as long as the simulated socket takes no more. Data travel in
 * {@link org.sockeye.agent.protocol.Call}s, so that the network knows every call's exact bytes and every error is told
 * by the call that caused it.
 *
 * <p>A message is four bytes of length, which does not count itself, and that many bytes; only commands have none. Numbers
 * are in network byte order, enumerations one byte, the ordinal. Addresses are of 16 bytes, those of IPv4 mapped. A socket of
 * IPv6 takes both, as on Linux: bound to {@code ::} it hears both, and is told of IPv4 peers by mapped addresses.
 */
package org.sockeye.agent.protocol;
