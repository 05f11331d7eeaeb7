package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.wire.TcpOption;

/** A peer that acknowledges by chance, whatever it likes: the counts stay sound, and the data gets through in the end. */
class RecoveryRobustnessTest {

    private static final int SEGMENTS = 60;

    private RandomGenerator chance;
    private Peer peer;
    private StreamSocket socket;
    private int acknowledged;
    private boolean selective;

    @ParameterizedTest
    @CsvSource({ "cubic, 1", "reno, 1", "reno, 0" })
    void whateverThePeerAcknowledges(String control, int sack) throws SocketError {
        for (int seed = 0; seed < 15; seed++) {
            begin(seed, Wire.PLAIN.with(TcpSetting.SACK, sack).withCongestion(control));
            for (int step = 0; step < 150; step++) {
                act();
                check(seed);
            }
            finish(seed);
        }
    }

    private void begin(long seed, TcpSettings settings) throws SocketError {
        chance = new Randomness(seed).stream("peer");
        peer = new Peer(settings);
        selective = settings.has(TcpSetting.SACK);
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 60_000, new TcpOption.MaximumSegmentSize(1000), new TcpOption.SackPermitted());
        peer.runTo(1 + chance.nextInt(200));
        peer.send(".", 1, 0, 1, 60_000);
        socket = listener.accept().orElseThrow();
        acknowledged = 1;
        peer.write(socket, 1000 * SEGMENTS);
    }

    private int sent() {
        TcpInfo info = socket.info().orElseThrow();
        return 1000 * SEGMENTS + 1 - (int) info.get(Field.NOTSENT_BYTES);
    }

    private void act() {
        int dice = chance.nextInt(20);
        if (dice == 0) {
            peer.runTo(peer.events.now() / Wire.MILLISECOND + chance.nextInt(500));
        } else if (dice < 6) {
            peer.runTo(peer.events.now() / Wire.MILLISECOND + chance.nextInt(20));
        }
        if (dice % 4 == 0) {
            acknowledged += chance.nextInt(sent() - acknowledged + 1) / 1000 * 1000;
        } else if (dice == 7) {
            acknowledged += chance.nextInt(sent() - acknowledged + 1);
        }
        int window = dice == 9 ? chance.nextInt(3000) : 60_000;
        if (selective && dice > 2) {
            int[] edges = new int[2 * (1 + chance.nextInt(4))];
            for (int i = 0; i < edges.length; i += 2) {
                edges[i] = 1 + chance.nextInt(SEGMENTS) * 1000 + (dice == 11 ? chance.nextInt(1000) : 0);
                edges[i + 1] = edges[i] + chance.nextInt(8) * 1000 - 1000;
            }
            peer.send(".", 1, 0, acknowledged, window, peer.sack(edges));
        } else {
            peer.send(".", 1, 0, acknowledged, window);
        }
    }

    private void check(long seed) {
        TcpInfo info = socket.info().orElseThrow();
        String about = "seed " + seed + " at " + peer.events.now() / Wire.MILLISECOND + " ms";
        assertTrue(info.get(Field.SACKED) + info.get(Field.LOST) <= info.get(Field.UNACKED), about);
        assertTrue(info.get(Field.RETRANS) <= info.get(Field.UNACKED), about);
        assertTrue(info.get(Field.SACKED) >= 0 && info.get(Field.LOST) >= 0 && info.get(Field.RETRANS) >= 0, about);
        assertTrue(info.get(Field.SND_CWND) >= 1 && info.get(Field.SND_CWND) < 1000, about);
        assertTrue(info.get(Field.SND_SSTHRESH) >= 2, about);
    }

    /** From now on all that was sent is acknowledged: everything is sent and acknowledged before long. */
    private void finish(long seed) {
        for (int round = 0; round < 200 && acknowledged < 1000 * SEGMENTS + 1; round++) {
            acknowledged = Math.max(acknowledged, sent());
            peer.send(".", 1, 0, acknowledged, 60_000);
            peer.runTo(peer.events.now() / Wire.MILLISECOND + 50);
        }
        assertEquals(1000 * SEGMENTS + 1, acknowledged, "seed " + seed);
        TcpInfo info = socket.info().orElseThrow();
        assertEquals(0, info.get(Field.UNACKED), "seed " + seed);
        assertEquals(0, info.get(Field.SACKED) + info.get(Field.LOST) + info.get(Field.RETRANS), "seed " + seed);
    }
}
