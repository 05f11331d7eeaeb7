package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.TracedFrame;

/** The classic pair of every networking course, without a changed character. */
class TextbookPairTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, Students.TCP_SERVER, Students.TCP_CLIENT, Students.UDP_SERVER,
                Students.UDP_CLIENT);
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void sendsASentenceByTcpAndPrintsItInCapitals(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program server = scene.launch("server", "TCPServer");
            assertTrue(server.isListening());
            Program client = scene.finish(scene.launch("client", "TCPClient", "all lower case", "second line"));
            assertEquals("FROM SERVER: ALL LOWER CASE\n", Scene.output(client));
            assertEquals(0, client.exitStatus().getAsInt());
            assertTrue(server.exitStatus().isEmpty(), "the server goes on");
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void sendsASentenceByUdpAndPrintsItInCapitals(String java) {
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "UDPServer");
            assertEquals("FROM SERVER:ALL LOWER CASE\n", scene.outputOf("client", "UDPClient", "all lower case"));
        }
    }

    @Test
    void everySentByteIsKnownByProgramThreadAndSourceLine() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            scene.launch("server", "TCPServer");
            scene.outputOf("client", "TCPClient", "abc");
            Set<Origin> origins = new HashSet<>();
            for (TracedFrame frame : scene.run.network().trace().frames()) {
                for (MessageSlice slice : frame.content().messages()) {
                    origins.add(slice.message().origin());
                }
            }
            origins.removeIf(origin -> origin.program().equals("stack"));
            assertEquals(Set.of(new Origin("client", "TCPClient", "main", "TCPClient", "TCPClient.java", 14),
                    new Origin("server", "TCPServer", "main", "TCPServer", "TCPServer.java", 16)), origins);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void theSameSeedGivesTheSameTraceByteForByte(String java) throws IOException {
        byte[] first = lossyTrace(java, 7);
        for (int i = 0; i < 9; i++) {
            assertArrayEquals(first, lossyTrace(java, 7));
        }
        assertFalse(Arrays.equals(first, lossyTrace(java, 8)), "another seed gives another trace");
    }

    private static byte[] lossyTrace(String java, long seed) throws IOException {
        try (Scene scene = new Scene(java, classes, Scene.lossy(seed, 0.05))) {
            scene.launch("server", "TCPServer");
            assertEquals("FROM SERVER: SAME AGAIN\n", scene.outputOf("client", "TCPClient", "same again"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (TracedFrame frame : scene.run.network().trace().frames()) {
                bytes.write((frame.sent() + " " + frame.where() + " " + frame.dropped() + " ").getBytes());
                bytes.write(frame.content().bytes());
            }
            return bytes.toByteArray();
        }
    }

    @Test
    void lossOnEveryLinkCostsSimulatedTimeOnly() {
        double longest = 0;
        for (int seed = 1; seed <= 10; seed++) {
            try (Scene scene = new Scene(JavaHomes.one(), classes, Scene.lossy(seed, 0.05))) {
                scene.launch("server", "TCPServer");
                assertEquals("FROM SERVER: STILL HERE\n", scene.outputOf("client", "TCPClient", "still here"));
                longest = Math.max(longest, scene.seconds());
            }
        }
        assertTrue(longest > 1, "some segment was sent again, after a second or more: " + longest);
    }
}
