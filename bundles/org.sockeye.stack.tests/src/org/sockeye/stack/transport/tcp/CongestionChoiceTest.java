package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.CongestionControls;
import org.sockeye.stack.transport.tcp.congestion.CongestionWindow;

class CongestionChoiceTest {

    /** A lab's own control: never more than four. */
    private static final class Four implements CongestionControl {

        @Override
        public void acknowledged(CongestionWindow window, int segments, long now) {
            window.size(4);
        }

        @Override
        public int thresholdAfterLoss(CongestionWindow window) {
            return 4;
        }
    }

    @Test
    void aSocketHasTheControlOfItsHostUntilTheProgramChooses() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        assertEquals("cubic", socket.congestionControl());

        socket.congestionControl("reno");

        assertEquals("reno", socket.congestionControl());
        assertEquals(Errno.ENOENT, assertThrows(SocketError.class, () -> socket.congestionControl("vegas")).errno());
        assertEquals("reno", socket.congestionControl());
    }

    @Test
    void aControlOfOnesOwnIsChosenByName() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.withControls(CongestionControls.STANDARD.with("four", Four::new)));
        StreamSocket socket = peer.accepted(60_000);
        socket.congestionControl("four");
        peer.write(socket, 20_000);
        assertEquals(10, peer.count());

        peer.send(".", 1, 0, 10_001, 60_000);

        assertEquals(4, peer.count());
        assertEquals(4, socket.info().orElseThrow().get(Field.SND_CWND));
    }

    @Test
    void aWrongNameIsRefusedWithThoseThereAre() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> TcpSettings.LINUX.withCongestion("vegas"))
                .getMessage().contains("[cubic, reno]"));
        assertEquals("reno",
                TcpSettings.LINUX.withSysctl("net.ipv4.tcp_congestion_control", "reno").congestion());
    }
}
