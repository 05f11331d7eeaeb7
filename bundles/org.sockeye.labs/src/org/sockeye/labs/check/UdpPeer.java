package org.sockeye.labs.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.sockeye.labs.story.Quoted;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.DatagramSocket.Datagram;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.wire.Endpoint;

/** A datagram socket of the check's own. */
public final class UdpPeer {

    private final Director director;
    private final String host;
    private final DatagramSocket socket;
    private final Deque<Datagram> arrived = new ArrayDeque<>();
    private Endpoint last = Peers.any(0);

    private UdpPeer(Director director, String host, DatagramSocket socket) {
        this.director = director;
        this.host = host;
        this.socket = socket;
    }

    static UdpPeer bind(Director director, String host, int port) {
        DatagramSocket socket = director.host(host).sockets().datagram();
        try {
            socket.bind(Peers.any(port));
        } catch (SocketError e) {
            throw new BrokenCheck("cannot bind UDP port " + port + " of " + host + ": " + e.getMessage());
        }
        director.step("the check waits for datagrams on " + host + ":" + socket.local().port());
        return new UdpPeer(director, host, socket);
    }

    /** The port it is bound to. */
    public int port() {
        return socket.local().port();
    }

    /** Sends one datagram. */
    public UdpPeer send(String text, String toHost, int port) {
        director.step("the check sends a datagram " + Quoted.text(text) + " from port " + port() + " to " + toHost + ":"
                + port);
        return send(text, Peers.at(director.host(toHost), port));
    }

    /** Sends one datagram to whoever sent the last one that was expected here. */
    public UdpPeer answer(String text) {
        director.step("the check answers with a datagram " + Quoted.text(text) + " to " + last);
        return send(text, last);
    }

    private UdpPeer send(String text, Endpoint to) {
        try {
            socket.send(text.getBytes(StandardCharsets.UTF_8), to, Peers.origin(host));
        } catch (SocketError e) {
            throw new BrokenCheck("cannot send to " + to + ": " + e.getMessage());
        }
        return this;
    }

    /** Expects one datagram with exactly this text. */
    public UdpPeer expect(String text) {
        director.step("expect a datagram " + Quoted.text(text));
        return expect(text, text::equals);
    }

    /** Expects one datagram with this text; line ends and NULs behind it make no difference. */
    public UdpPeer expectText(String text) {
        director.step("expect a datagram with the text " + Quoted.text(text));
        return expect(text, got -> got.replaceAll("[\\r\\n\\x00]+$", "").equals(text));
    }

    /** Expects one datagram with this text; a line end behind it makes no difference. */
    public UdpPeer expectLine(String text) {
        director.step("expect a datagram with the line " + Quoted.text(text));
        return expect(text, got -> got.replaceAll("\\r?\\n$", "").equals(text));
    }

    private UdpPeer expect(String text, Predicate<String> test) {
        Datagram datagram = next(Quoted.text(text));
        if (!test.test(new String(datagram.bytes(), StandardCharsets.UTF_8))) {
            throw director.fail(Quoted.text(text), "got " + Quoted.bytes(datagram.bytes()));
        }
        return this;
    }

    /** Expects one datagram, whatever is in it. */
    public UdpPeer expectSomething() {
        director.step("expect a datagram");
        next("a datagram");
        return this;
    }

    /** Expects that the last datagram came from this port of its sender. */
    public UdpPeer expectFromPort(int port) {
        director.step("expect that it came from port " + port);
        if (last.port() != port) {
            throw director.fail("port " + port, "it came from port " + last.port());
        }
        return this;
    }

    /** Expects that nothing arrives for so long. */
    public UdpPeer expectNothingFor(Duration time) {
        director.step("expect no datagram for " + Director.text(time));
        if (director.drive(this::hasArrived, time)) {
            throw director.fail("nothing", "got " + Quoted.bytes(arrived.remove().bytes()));
        }
        return this;
    }

    private Datagram next(String expected) {
        if (!director.drive(this::hasArrived, Director.PATIENCE)) {
            throw director.fail(expected, "nothing came");
        }
        Datagram datagram = arrived.remove();
        last = datagram.from();
        return datagram;
    }

    private boolean hasArrived() {
        try {
            socket.receive().ifPresent(arrived::add);
        } catch (SocketError e) {
            return !arrived.isEmpty();
        }
        return !arrived.isEmpty();
    }
}
