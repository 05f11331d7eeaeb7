package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.topology.Topology;

/** Somebody outside, such as a browser, talks with a simulated server by a published port. */
class PublishedPortTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder,
                Students.main("Echo",
                        "ServerSocket s = new ServerSocket(7);\nwhile (true) {\n    Socket c = s.accept();\n"
                                + "    c.getInputStream().transferTo(c.getOutputStream());\n    c.close();\n}"),
                Students.main("Resets", "ServerSocket s = new ServerSocket(7);\nSocket c = s.accept();\n"
                        + "c.getInputStream().read();\nc.setSoLinger(true, 0);\nc.close();"));
    }

    private static Scene scene() {
        return new Scene(JavaHomes.one(), classes, new RunOptions(Topology.named("path"), 1, 1, Optional.of("server"),
                600 * SECOND, 60 * SECOND));
    }

    private static Socket open(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** What somebody outside does, while the run goes on. */
    private static <T> T meanwhile(Run run, Callable<T> outside) throws Exception {
        FutureTask<T> task = new FutureTask<>(outside);
        Thread.ofPlatform().daemon().start(task);
        assertInstanceOf(Ending.Reached.class, run.until(task::isDone, Long.MAX_VALUE));
        return task.get();
    }

    @Test
    void bytesCrossBothWaysAndSoDoEndsOfStreams() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(1).nextBytes(sent);
        try (Scene scene = scene()) {
            scene.launch("server", "Echo");
            int port = scene.run.publish(0, "server", 7);
            for (int i = 0; i < 2; i++) {
                byte[] echoed = meanwhile(scene.run, () -> {
                    try (Socket socket = open(port)) {
                        Thread writer = Thread.ofPlatform().start(() -> {
                            try {
                                socket.getOutputStream().write(sent);
                                socket.shutdownOutput();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                        byte[] all = socket.getInputStream().readAllBytes();
                        writer.join();
                        return all;
                    }
                });
                assertArrayEquals(sent, echoed);
            }
            assertTrue(scene.run.network().trace().frames().stream()
                    .anyMatch(frame -> frame.from().device().equals("client")), "it came from the client, on the wire");
        }
    }

    @Test
    void aHostIsReachedAtTheAddressThatItHasBeenLeased() throws Exception {
        Path file = Files.writeString(folder.resolve("leased.yaml"), """
                hosts: { client: , server: dhcp }
                switches: [s1]
                routers: [r1]
                links: [[client, s1], [s1, r1], [r1, server]]
                """);
        Topology leased = Topology.read(file);
        RunOptions options = new RunOptions(leased, 1, 1, Optional.empty(), 600 * SECOND, 60 * SECOND);
        try (Scene scene = new Scene(JavaHomes.one(), classes, options)) {
            int port = scene.run.publish(0, "server", 7);
            scene.start("server", "Echo", new ProgramSpec.Input.None());
            scene.run.until(() -> false, 3 * SECOND);
            assertEquals('x', meanwhile(scene.run, () -> {
                try (Socket socket = open(port)) {
                    socket.getOutputStream().write('x');
                    return socket.getInputStream().read();
                }
            }));
        }
    }

    @Test
    void aResetCrossesToo() throws Exception {
        try (Scene scene = scene()) {
            scene.launch("server", "Resets");
            int port = scene.run.publish(0, "server", 7);
            SocketException reset = meanwhile(scene.run, () -> {
                try (Socket socket = open(port)) {
                    socket.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
                    return assertThrows(SocketException.class, () -> socket.getInputStream().read());
                }
            });
            assertEquals("Connection reset", reset.getMessage());
        }
    }

    @Test
    void whereNobodyListensTheConnectionIsReset() throws Exception {
        try (Scene scene = scene()) {
            scene.launch("server", "Echo");
            int port = scene.run.publish(0, "server", 8);
            meanwhile(scene.run, () -> {
                try (Socket socket = open(port)) {
                    return assertThrows(SocketException.class, () -> socket.getInputStream().read());
                }
            });
        }
    }

    @Test
    void aPortThatIsTakenAndAHostThatIsNotThereAreRefusedInOneLine() throws Exception {
        try (Scene scene = scene(); ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertEquals("cannot use port " + port + " of this machine (Address already in use); choose another one",
                    assertThrows(IOException.class, () -> scene.run.publish(port, "server", 7)).getMessage());
            assertEquals("unknown host 'nowhere'; the topology has client, server",
                    assertThrows(IllegalArgumentException.class, () -> scene.run.publish(0, "nowhere", 7))
                            .getMessage());
        }
    }
}
