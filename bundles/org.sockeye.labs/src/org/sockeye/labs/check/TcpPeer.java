package org.sockeye.labs.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sockeye.labs.story.Quoted;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;

/** The check's end of a TCP connection with one of the student's programs. */
public final class TcpPeer {

    /** Long enough for a piece to arrive and be read before the next one is sent. */
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(100);

    private final Director director;
    private final String host;
    private final TcpStream stream;

    TcpPeer(Director director, String host) {
        this(director, host, director.host(host).sockets().stream());
    }

    TcpPeer(Director director, String host, StreamSocket socket) {
        this.director = director;
        this.host = host;
        this.stream = new TcpStream(socket);
    }

    /** Connects, and expects that to succeed. */
    public TcpPeer connect(String toHost, int port) {
        director.step("the check connects from " + host + " to " + toHost + ":" + port);
        stream.connect(Peers.at(director.host(toHost), port));
        director.drive(() -> stream.isConnected() || stream.error() != null, Director.PATIENCE);
        if (!stream.isConnected()) {
            String reason = stream.error();
            throw director.fail("a connection", reason == null ? "nobody answered" : reason);
        }
        return this;
    }

    /** Sends a text; it is on its way when the next step begins. */
    public TcpPeer send(String text) {
        director.step("the check sends " + Quoted.text(text));
        sendAll(text);
        return this;
    }

    /** Sends each piece in a segment of its own, with a pause between. */
    public TcpPeer sendInPieces(String... pieces) {
        director.step("the check sends in pieces: " + String.join(" · ", Arrays.stream(pieces).map(Quoted::text)
                .toList()));
        stream.set(SocketOption.NO_DELAY, 1);
        for (String piece : pieces) {
            sendAll(piece);
            director.drive(() -> false, BETWEEN_PIECES);
        }
        return this;
    }

    private void sendAll(String text) {
        stream.queue(text.getBytes(StandardCharsets.UTF_8), Peers.origin(host));
        director.drive(stream::isFlushed, Director.PATIENCE);
        if (!stream.isFlushed()) {
            throw director.fail("it reads what it is sent",
                    stream.error() == null ? "it reads no more" : got(stream.take()));
        }
    }

    /** Expects a line with this text; the line may end with LF or CR LF. */
    public TcpPeer expectLine(String text) {
        director.step("expect the line " + Quoted.text(text));
        boolean whole = director.drive(() -> stream.hasLine() || stream.isOver(), Director.PATIENCE) && stream
                .hasLine();
        byte[] line = stream.takeLine();
        String got = new String(line, StandardCharsets.UTF_8);
        if (!whole || !got.replaceAll("\r?\n$", "").equals(text)) {
            throw director.fail(Quoted.text(text + "\n"), got(line));
        }
        return this;
    }

    /** Waits until some bytes arrive, whatever they are, and forgets them and all that come with them. */
    public TcpPeer expectSomething() {
        director.step("expect some bytes");
        director.drive(() -> stream.available() > 0 || stream.isOver(), Director.PATIENCE);
        if (stream.available() == 0) {
            throw director.fail("some bytes", got(new byte[0]));
        }
        stream.take();
        return this;
    }

    /** Expects that nothing arrives for so long, and that the connection stays open. */
    public TcpPeer expectNothingFor(Duration time) {
        director.step("expect nothing for " + Director.text(time));
        if (director.drive(() -> stream.available() > 0 || stream.isOver(), time)) {
            throw director.fail("nothing yet", got(stream.take()));
        }
        return this;
    }

    /** Expects that the other side ends its stream in good order, and sends nothing more before. */
    public TcpPeer expectEnd() {
        director.step("expect the end of the stream");
        director.drive(() -> stream.available() > 0 || stream.isOver(), Director.PATIENCE);
        if (stream.available() > 0 || stream.error() != null || !stream.isOver()) {
            throw director.fail("the end of the stream (FIN)", got(stream.take()));
        }
        return this;
    }

    /** Expects that the other side ends its stream in good order, whatever it sends before. */
    public TcpPeer expectEndAfterAnything() {
        director.step("expect the end of the stream");
        director.drive(stream::isOver, Director.PATIENCE);
        if (stream.error() != null || !stream.isOver()) {
            throw director.fail("the end of the stream (FIN)", got(stream.take()));
        }
        return this;
    }

    /** Closes the connection: FIN behind what was sent. */
    public TcpPeer close() {
        director.step("the check closes the connection");
        stream.close();
        return this;
    }

    /** Breaks the connection off: RST. */
    public TcpPeer reset() {
        director.step("the check resets the connection");
        stream.set(SocketOption.LINGER, 0);
        stream.close();
        return this;
    }

    /** What came, in words: the bytes, and how it ended. */
    private String got(byte[] bytes) {
        @Nullable String error = stream.error();
        String end = error != null ? error : stream.isOver() ? "the end of the stream" : "";
        if (bytes.length == 0) {
            return end.isEmpty() ? "nothing came" : "there was " + end;
        }
        boolean wholeLine = bytes[bytes.length - 1] == '\n';
        return "got " + Quoted.bytes(bytes)
                + (end.isEmpty() ? wholeLine ? "" : ", then nothing more" : ", then " + end);
    }
}
