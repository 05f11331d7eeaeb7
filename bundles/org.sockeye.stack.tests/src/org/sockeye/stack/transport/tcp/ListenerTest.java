package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

class ListenerTest {

    private final Wire wire = new Wire();

    @Test
    void clientsAreAcceptedInTheOrderInWhichTheyConnected() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket one = wire.connect();
        StreamSocket other = wire.connect();
        wire.runTo(40);

        assertEquals(Optional.of(one.local()), listener.accept().orElseThrow().remote());
        assertEquals(Optional.of(other.local()), listener.accept().orElseThrow().remote());
    }

    @Test
    void whoFindsTheBacklogFullIsIgnoredAndTriesAgain() throws SocketError {
        StreamSocket listener = wire.listen(1);
        wire.connect();
        wire.connect();
        wire.runTo(40);
        wire.skip();
        StreamSocket third = wire.connect();
        wire.runTo(900);
        wire.expect("40 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>");
        assertTrue(wire.notes("server").contains("ignored: the backlog of 0.0.0.0:6789 is full"));
        assertTrue(listener.accept().isPresent());
        wire.runTo(1100);
        assertTrue(third.isConnected());
    }

    @Test
    void aClientWhoseHandshakeEndsAtAFullBacklogGetsInLater() throws SocketError {
        StreamSocket listener = wire.listen(0);
        StreamSocket first = wire.connect();
        StreamSocket second = wire.connect();
        wire.runTo(100);
        // The second sees itself connected; the server has not taken it in.
        assertTrue(second.isConnected());
        assertEquals(Optional.of(first.local()), listener.accept().orElseThrow().remote());
        assertFalse(listener.isAcceptable());
        Wire.send(second, "let me in");
        wire.runTo(1500);
        StreamSocket server = listener.accept().orElseThrow();
        assertEquals("let me in", Wire.receive(server));
    }

    @Test
    void toStopListeningResetsThoseNobodyAccepted() throws SocketError {
        StreamSocket listener = wire.listen(5);
        StreamSocket client = wire.connect();
        wire.runTo(40);
        listener.close();
        wire.runTo(100);

        assertEquals(Errno.ECONNRESET, client.takeError().orElseThrow());
        assertEquals(List.of(), wire.server.sockets());
        assertEquals(Errno.EINVAL, assertThrows(SocketError.class, listener::accept).errno());
    }

    @Test
    void acceptedConnectionsOutliveTheListener() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.listener().close();
        Wire.send(pair.client(), "still there?");
        wire.runTo(100);

        assertEquals("still there?", Wire.receive(pair.server()));
    }

    @Test
    void anAcceptedSocketInheritsTheListenersOptions() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.RECEIVE_BUFFER, 5000));

        assertEquals(5000, pair.server().get(SocketOption.RECEIVE_BUFFER));
    }

    @Test
    void aPortIsTakenOnce() throws SocketError {
        wire.listen(5);
        assertEquals(Errno.EADDRINUSE, bindTo(Ipv4Address.ANY, 0).errno());
        assertEquals(Errno.EADDRINUSE, bindTo(Wire.SERVER, 0).errno());
        assertEquals(Errno.EADDRINUSE, bindTo(Wire.SERVER, 1).errno());
        assertEquals(Errno.EADDRNOTAVAIL, bindTo(Wire.CLIENT, 0).errno());
    }

    private SocketError bindTo(Ipv4Address address, int reuse) {
        return assertThrows(SocketError.class, () -> {
            StreamSocket socket = wire.server.open();
            socket.set(SocketOption.REUSE_ADDRESS, reuse);
            socket.bind(new Endpoint(address, Wire.PORT));
        });
    }

    @Test
    void twoAddressesShareAPort() throws SocketError {
        StreamSocket one = wire.server.open();
        one.bind(new Endpoint(Wire.SERVER, Wire.PORT));
        one.listen(1);
        StreamSocket other = wire.server.open();
        other.bind(new Endpoint(Ipv4Address.LOOPBACK, Wire.PORT));
        other.listen(1);
        StreamSocket client = wire.connect();
        wire.runTo(40);

        assertTrue(client.isConnected());
        assertTrue(one.isAcceptable());
        assertFalse(other.isAcceptable());
    }

    @Test
    void aPortInTimeWaitIsFreeOnlyForThoseWhoReuseIt() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.REUSE_ADDRESS, 1));
        pair.server().close();
        wire.runTo(50);
        pair.client().close();
        wire.runTo(100);
        pair.listener().close();
        assertEquals("TIME-WAIT", pair.server().state());

        assertEquals(Errno.EADDRINUSE, bindTo(Ipv4Address.ANY, 0).errno());
        StreamSocket again = wire.server.open();
        again.set(SocketOption.REUSE_ADDRESS, 1);
        again.bind(new Endpoint(Ipv4Address.ANY, Wire.PORT));
        again.listen(5);
        StreamSocket client = wire.connect();
        wire.runTo(200);
        assertTrue(client.isConnected());
        assertEquals("TIME-WAIT", pair.server().state());
    }

    @Test
    void withoutReuseAPortIsFreeAgainWhenTimeWaitIsOver() throws SocketError {
        Wire.Pair pair = wire.connected();
        pair.server().close();
        wire.runTo(50);
        pair.client().close();
        pair.listener().close();
        wire.runTo(61_000);

        assertTrue(wire.listen(5).state().equals("LISTEN"));
    }

    @Test
    void twoMayBindForReuseButOnlyOneListens() throws SocketError {
        StreamSocket one = wire.server.open();
        StreamSocket other = wire.server.open();
        for (StreamSocket socket : List.of(one, other)) {
            socket.set(SocketOption.REUSE_ADDRESS, 1);
            socket.bind(new Endpoint(Ipv4Address.ANY, Wire.PORT));
        }
        one.listen(5);

        assertEquals(Errno.EADDRINUSE, assertThrows(SocketError.class, () -> other.listen(5)).errno());
    }

    @Test
    void theSameEndsMayMeetAgainDuringTimeWait() throws SocketError {
        Wire.Pair pair = wire.connected(socket -> socket.set(SocketOption.REUSE_ADDRESS, 1));
        Endpoint local = pair.client().local();
        pair.server().close();
        wire.runTo(50);
        pair.client().close();
        wire.runTo(100);
        assertEquals("TIME-WAIT", pair.server().state());
        wire.skip();
        StreamSocket client = wire.client.open();
        client.bind(local);
        client.connect(new Endpoint(Wire.SERVER, Wire.PORT));
        wire.runTo(200);

        wire.expect("100 C S 0:0(0) win 64240 <mss 1460,nop,wscale 7>",
                "110 S S. 0:0(0) ack 1 win 64240 <mss 1460,nop,wscale 7>",
                "120 C . 1:1(0) ack 1 win 502");
        assertTrue(pair.listener().isAcceptable());
        assertEquals("CLOSED", pair.server().state());
    }

    @Test
    void aFreePortIsTheNextFrom49152On() throws SocketError {
        wire.listen(5);
        assertEquals(49152, wire.connect().local().port());
        StreamSocket second = wire.connect();
        assertEquals(49153, second.local().port());
        second.close();
        assertEquals(49154, wire.connect().local().port());
        StreamSocket bound = wire.client.open();
        bound.bind(new Endpoint(Ipv4Address.ANY, 0));
        assertEquals(new Endpoint(Ipv4Address.ANY, 49155), bound.local());
    }

    @Test
    void whoListensCannotConnectAndWhoIsConnectedCannotListen() throws SocketError {
        Wire.Pair pair = wire.connected();

        assertEquals(Errno.EINVAL, assertThrows(SocketError.class,
                () -> pair.listener().connect(new Endpoint(Wire.CLIENT, 1))).errno());
        assertEquals(Errno.EINVAL, assertThrows(SocketError.class, () -> pair.client().listen(1)).errno());
        assertEquals(Errno.EISCONN, assertThrows(SocketError.class,
                () -> pair.client().connect(new Endpoint(Wire.SERVER, Wire.PORT))).errno());
        assertEquals(Errno.EINVAL, assertThrows(SocketError.class,
                () -> pair.client().bind(new Endpoint(Ipv4Address.ANY, 99))).errno());
    }

    @Test
    void aSegmentForNoConnectionIsReset() throws SocketError {
        Peer peer = new Peer();
        peer.listen();
        peer.send(".", 5, 0, 7, 100);
        peer.expect("0 R 7:7(0) win 0");
        peer.send("F", 5, 3, 0, 100);
        peer.expect("0 R. 0:0(0) ack 9 win 0");
        peer.send("R", 5, 0, 0, 100);
        peer.expectNothing();
    }
}
