package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;

/**
 * A table of what TCP gets out of a path of 10 Mbit/s and 40 ms, so that a change which makes it slower (or suspiciously
 * faster) is seen. The figures are simulated, the same on every machine; a change that is meant to move them replaces them.
 */
class ThroughputTest {

    private static final int SECONDS = 5;
    private static final double[] LOSSES = { 0, 0.01 };
    /** The path itself holds 33 packets. */
    private static final int[] ROOMS = { 8, 64 };

    /** Megabits a second within a twentieth, by losses downward and room in the router rightward. */
    private static void assertTable(TcpSettings settings, double[][] expected) throws SocketError {
        List<String> differences = new ArrayList<>();
        for (int loss = 0; loss < LOSSES.length; loss++) {
            for (int room = 0; room < ROOMS.length; room++) {
                double goodput = new Bottleneck(settings, LOSSES[loss], ROOMS[room]).goodput(SECONDS);
                if (Math.abs(goodput - expected[loss][room]) > expected[loss][room] / 20) {
                    differences.add(String.format(Locale.ROOT, "loss %.3f, room %d: %.2f", LOSSES[loss], ROOMS[room],
                            goodput));
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void cubic() throws SocketError {
        assertTable(TcpSettings.LINUX, new double[][] { { 7.86, 9.45 }, { 3.12, 4.45 } });
    }

    @Test
    void reno() throws SocketError {
        assertTable(TcpSettings.LINUX.withCongestion("reno"),
                new double[][] { { 7.55, 9.45 }, { 3.45, 4.66 } });
    }

    @Test
    void renoWithoutSelectiveAcknowledgments() throws SocketError {
        assertTable(TcpSettings.LINUX.withCongestion("reno").with(TcpSetting.SACK, 0),
                new double[][] { { 7.46, 2.47 }, { 3.40, 2.90 } });
    }
}
