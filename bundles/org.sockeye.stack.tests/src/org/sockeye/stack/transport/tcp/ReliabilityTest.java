package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.transport.tcp.Wire.Fate;

/** Whatever the network does: all bytes arrive, in order, both ways, and in the end nothing is left running. */
class ReliabilityTest {

    private static final int SEEDS = 200;
    /** Hosts that do not give up however often the wire says no. */
    private static final TcpSettings PATIENT = TcpSettings.LINUX.with(TcpSetting.SYN_RETRIES, 40)
            .with(TcpSetting.SYN_ACK_RETRIES, 40).with(TcpSetting.RETRIES, 40).with(TcpSetting.ORPHAN_RETRIES, 40)
            .with(TcpSetting.FIN_WAIT, 10_000 * TcpSetting.FIN_WAIT.standard());

    /** A program that sends a text in pieces of chance size, reads in pieces of chance size, and then closes. */
    private static final class Talker {

        private final RandomGenerator chance;
        private final StreamSocket socket;
        private final byte[] text;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private int said;
        private boolean finished;
        private boolean atEnd;

        Talker(RandomGenerator chance, StreamSocket socket) {
            this.chance = chance;
            this.socket = socket;
            this.text = new byte[chance.nextInt(200_000)];
            chance.nextBytes(text);
            socket.observe(this::act);
        }

        void act() {
            try {
                if (socket.isConnected()) {
                    speak();
                    listen();
                    if (finished && atEnd) {
                        socket.close();
                    }
                }
            } catch (SocketError error) {
                throw new AssertionError(error);
            }
        }

        private void speak() throws SocketError {
            while (said < text.length && socket.sendSpace() > 0) {
                int length = Math.min(text.length - said, 1 + chance.nextInt(5000));
                said += socket.send(text, said, length, Wire.origin("client"));
            }
            if (said == text.length && !finished) {
                finished = true;
                socket.shutdownOutput();
            }
        }

        private void listen() throws SocketError {
            byte[] piece = new byte[1 + chance.nextInt(20_000)];
            int count = socket.receive(piece, 0, piece.length);
            while (count > 0) {
                heard.write(piece, 0, count);
                count = socket.receive(piece, 0, piece.length);
            }
            atEnd |= count < 0;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0, 0.02, 0.1, 0.25 })
    void everythingArrivesWholeAndInOrderAndNothingIsLeftRunning(double trouble) throws SocketError {
        for (int seed = 0; seed < SEEDS / 4; seed++) {
            talk((int) (trouble * 1000) + 1000 * seed, trouble);
        }
    }

    private void talk(long seed, double trouble) throws SocketError {
        Wire wire = new Wire(seed, PATIENT);
        RandomGenerator chance = new Randomness(seed).stream("wire");
        wire.rule = segment -> {
            double dice = chance.nextDouble();
            if (dice < trouble) {
                return Fate.DROP;
            } else if (dice < 1.3 * trouble) {
                return Fate.TWICE;
            }
            return dice < 2 * trouble ? Fate.late(chance.nextInt(60)) : Fate.PASS;
        };
        StreamSocket listener = wire.listen(1);
        Talker client = new Talker(chance, wire.connect());
        Talker[] server = new Talker[1];
        listener.observe(() -> {
            try {
                if (server[0] == null) {
                    listener.accept().ifPresent(socket -> {
                        server[0] = new Talker(chance, socket);
                        server[0].act();
                    });
                }
            } catch (SocketError error) {
                throw new AssertionError(error);
            }
        });
        wire.runOut();
        String about = "seed " + seed + ", trouble " + trouble;
        assertTrue(client.atEnd, () -> about + ": the client did not come to the end. " + wire.tell());
        assertTrue(server[0].atEnd, () -> about + ": the server did not come to the end. " + wire.tell());
        assertArrayEquals(client.text, server[0].heard.toByteArray(), about);
        assertArrayEquals(server[0].text, client.heard.toByteArray(), about);
        listener.close();
        assertEquals(Long.MAX_VALUE, wire.events.nextTime(), about);
        assertEquals(List.of(), wire.client.sockets(), about);
        assertEquals(List.of(), wire.server.sockets(), about);
    }

    @Test
    void theSameSeedTellsTheSameStory() throws SocketError {
        assertEquals(story(), story());
    }

    private static List<String> story() throws SocketError {
        Wire wire = new Wire(7, PATIENT);
        RandomGenerator chance = new Randomness(7).stream("wire");
        wire.rule = segment -> chance.nextDouble() < 0.2 ? Fate.DROP : Fate.PASS;
        wire.listen(1);
        Talker client = new Talker(chance, wire.connect());
        wire.runTo(10_000);
        assertTrue(client.said > 0);
        return wire.story();
    }
}
