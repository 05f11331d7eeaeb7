package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.TimerEvent;

/** The user time-out (RFC 5482), as the trace tells it. */
class PatienceTest {

    @Test
    void theTraceTellsWhenTheUserTimeOutEndsTheConnection() throws SocketError {
        Peer peer = new Peer();
        StreamSocket socket = peer.accepted();
        socket.set(SocketOption.USER_TIMEOUT, 700);
        socket.send(new byte[100], 0, 100, Wire.origin("host"));
        // Sent again after 200 ms and 400 ms more; from the first time-out on patience is 700 ms.
        peer.runTo(2000);

        assertEquals(Errno.ETIMEDOUT, socket.takeError().orElseThrow());
        assertEquals(List.of("SET 900", "EXPIRED 900"), told(peer));
    }

    private static List<String> told(Peer peer) {
        return peer.trace.entries().stream().filter(TimerEvent.class::isInstance).map(TimerEvent.class::cast)
                .filter(event -> event.kind() == TimerEvent.Kind.USER_TIMEOUT)
                .map(event -> event.change() + " " + event.due() / Wire.MILLISECOND).toList();
    }
}
