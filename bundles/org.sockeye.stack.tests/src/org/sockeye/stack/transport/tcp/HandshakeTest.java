package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;

class HandshakeTest {

    private final Wire wire = new Wire();

    @Test
    void threeSegmentsOpenAConnection() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket client = wire.connect();
        assertEquals("SYN-SENT", client.state());
        wire.runTo(40);

        wire.expect("0 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "10 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "20 C . 1:1(0) ack 1 win 502");
        assertTrue(client.isConnected());
        assertEquals("ESTABLISHED", listener.accept().orElseThrow().state());
        assertTrue(listener.accept().isEmpty());
    }
}
