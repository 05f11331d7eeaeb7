package org.sockeye.stack.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** A client looks its server up by name, connects, and gets its line back in capitals: whatever the links do. */
class LossyPathTest {

    /** The whole conversation on a fresh network; gives what the client got back. */
    private static final class Conversation {
        private final TestNetwork path;
        private String answer = "";

        Conversation(long seed, UnaryOperator<LinkConditions> change) throws SocketError {
            path = TestNetwork.path(seed, change);
            StreamSocket listener = path.network().host("server").sockets().stream();
            listener.bind(new Endpoint(Ipv4Address.ANY, 6789));
            listener.listen(5);
            listener.observe(() -> accept(listener));
            path.network().host("client").sockets().resolve("server", this::connect);
            path.settle();
        }

        private void accept(StreamSocket listener) {
            try {
                Optional<StreamSocket> accepted = listener.accept();
                accepted.ifPresent(stream -> {
                    stream.observe(() -> capitals(stream));
                    capitals(stream);
                });
            } catch (SocketError e) {
                answer = "accept: " + e.getMessage();
            }
        }

        private void capitals(StreamSocket stream) {
            read(stream).ifPresent(line -> {
                say(stream, line.toUpperCase(Locale.ROOT));
                stream.close();
            });
        }

        private void connect(List<IpAddress> found) {
            if (found.isEmpty()) {
                answer = "no address";
                return;
            }
            StreamSocket stream = path.network().host("client").sockets().stream();
            boolean[] said = { false };
            stream.observe(() -> {
                // Of a stream that has been closed nobody asks how it ended.
                stream.takeError().filter(error -> !stream.isClosed()).ifPresent(error -> answer = error.text());
                if (stream.isConnected() && !said[0]) {
                    said[0] = true;
                    say(stream, "hello\n");
                }
                read(stream).ifPresent(line -> {
                    answer = line;
                    stream.close();
                });
            });
            try {
                stream.connect(new Endpoint(found.get(0), 6789));
            } catch (SocketError e) {
                answer = "connect: " + e.getMessage();
            }
        }

        private Optional<String> read(StreamSocket stream) {
            byte[] bytes = new byte[100];
            try {
                int length = stream.isConnected() && stream.available() > 0 ? stream.receive(bytes, 0, 100) : 0;
                return length <= 0 ? Optional.empty() : Optional.of(new String(bytes, 0, length, UTF_8));
            } catch (SocketError e) {
                answer = "receive: " + e.getMessage();
                return Optional.empty();
            }
        }

        private void say(StreamSocket stream, String line) {
            try {
                stream.send(line.getBytes(UTF_8), 0, line.length(), Origin.stack("test"));
            } catch (SocketError e) {
                answer = "send: " + e.getMessage();
            }
        }

        List<String> trace() {
            return path.network().trace().frames().stream().map(Conversation::line).toList();
        }

        private static String line(TracedFrame frame) {
            return frame.sent() + " " + frame.arrived() + " " + frame.where() + " " + frame.packet() + " "
                    + Arrays.hashCode(frame.content().bytes()) + " " + frame.dropped();
        }
    }

    @Test
    void nothingIsLostForGoodWithAnyOfAHundredSeeds() throws Exception {
        for (int seed = 1; seed <= 100; seed++) {
            assertEquals("HELLO\n", new Conversation(seed, good -> good.withLoss(0.05)).answer, "seed " + seed);
        }
    }

    @Test
    void everyKindOfFaultAtOnceIsSurvived() throws Exception {
        for (int seed = 1; seed <= 50; seed++) {
            Conversation conversation = new Conversation(seed, good -> good.withLoss(0.05).withCorrupt(0.05)
                    .withDuplicate(0.1).withReorder(0.1));
            assertEquals("HELLO\n", conversation.answer, "seed " + seed);
        }
    }

    @Test
    void theSameSeedTellsTheSameStoryByteForByte() throws Exception {
        UnaryOperator<LinkConditions> bad = good -> good.withLoss(0.1).withCorrupt(0.1).withDuplicate(0.1)
                .withReorder(0.1);
        assertEquals(new Conversation(7, bad).trace(), new Conversation(7, bad).trace());
        assertNotEquals(new Conversation(7, bad).trace(), new Conversation(8, bad).trace());
    }

    @Test
    void chanceThatIsNotUsedChangesNothing() throws Exception {
        UnaryOperator<LinkConditions> lossy = good -> good.withLoss(0.1);
        List<String> alone = new Conversation(7, lossy).trace().stream().limit(5).toList();
        List<String> besides = new Conversation(7, good -> lossy.apply(good).withReorder(1e-9)).trace().stream()
                .limit(5).toList();
        assertEquals(alone, besides);
    }

    @Test
    void framesAreNumberedInTheOrderOfSendingAndHopsByTheirPacket() throws Exception {
        TestNetwork path = new Conversation(7, good -> good.withLoss(0.1).withDuplicate(0.1).withReorder(0.1)).path;
        long time = 0;
        int number = 0;
        for (TracedFrame frame : path.network().trace().frames()) {
            assertEquals(++number, frame.number());
            assertTrue(frame.sent() >= time, "frame " + number + " was sent before the one before it");
            assertTrue(frame.arrived() > frame.sent(), "frame " + number + " took no time");
            TracedFrame first = path.network().trace().frames().get(frame.packet() - 1);
            assertEquals(first.number(), first.packet());
            assertEquals(first.content().messages().size(), frame.content().messages().size());
            time = frame.sent();
        }
        path.network().trace().notes().forEach(note -> assertTrue(note.frame() <= path.network().trace().frames()
                .size()));
    }
}
