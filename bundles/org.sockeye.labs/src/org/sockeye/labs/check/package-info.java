/**
 * What the author of a check writes with: annotations, and a {@link org.sockeye.labs.check.Stage} with the network, the
 * student's programs and scripted peers on it. Every step tells itself to the story of the check. Knows nothing of how
 * submissions are compiled, nor of points and reports.
 *
 * <p>A check is a method of a class in the lab's folder {@code checks}:
 *
 * <pre>
 * &#64;Check(points = 2, title = "The server sends a line back in capitals")
 * &#64;Hint("Send line.toUpperCase() + '\\n'.")
 * void serverAnswersInCapitals(Stage stage) {
 *     stage.start("server").expectTcpPort(6789);
 *     TcpPeer client = stage.tcpPeer("client").connect("server", 6789);
 *     client.sendInPieces("hel", "lo\n").expectLine("HELLO").close();
 *     stage.packets().expect(1, tcp(toPort(6789), flag("syn")));
 * }
 * </pre>
 *
 * <p>Whatever a check expects, it gives the program a minute of simulated time to do it, unless it says otherwise; that
 * costs nothing. A check should expect only what the instructions ask for: a program that is right in another way than the
 * author thought of must pass.
 */
@NullMarked
package org.sockeye.labs.check;

import org.jspecify.annotations.NullMarked;
