package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.topology.TopologyBuilder;

/** A real kernel at a port of a simulated switch; a router and a link that loses every hundredth frame are behind it. */
class OutsideLinkTest {

    private static final int LENGTH = 10_000_000;

    private static final String FILE_SERVER = Students.main("FileServer", """
            byte[] file = new byte[Integer.parseInt(args[0])];
            new Random(1).nextBytes(file);
            var server = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(80), 5);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
                exchange.close();
            });
            server.start();
            System.out.println("serves");
            """);

    private static final String FETCH = Students.main("Fetch", """
            try (InputStream in = URI.create(args[0]).toURL().openStream()) {
                java.nio.file.Files.copy(in, java.nio.file.Path.of(args[1]));
            }
            """);

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        RealKernel.assumeAvailable();
        classes = Students.compile(folder, FILE_SERVER, FETCH);
    }

    private static RunOptions options(double pace) {
        TopologyBuilder topology = Topology.builder("outside").host("server").ethernetSwitch("s1").router("r1")
                .outside("kernel", "10.0.1.9/24").link("kernel", "s1").link("s1", "r1").link("r1", "server");
        return new RunOptions(topology.build(), 1, pace, Optional.empty(),
                600 * 1_000_000_000L, 300 * 1_000_000_000L);
    }

    private static RunOptions lossy() {
        RunOptions good = options(1);
        Topology lossy = good.topology().withLinks(link -> link.name().equals("r1-server")
                ? link.withConditions(link.conditions().withLoss(0.01))
                : link);
        return new RunOptions(lossy, 1, 1, Optional.empty(), good.simulatedLimit(), good.wallLimit());
    }

    private static ProgramSpec java(String main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(JavaHomes.one(), "-cp", classes.toString(), main));
        command.addAll(List.of(arguments));
        return new ProgramSpec(main, "server", command, classes, Map.of(), new ProgramSpec.Input.None());
    }

    /** Drives the network until the command has ended, and gives what it printed. */
    private static String until(Run run, Process command, Path output) throws Exception {
        assertInstanceOf(Ending.Reached.class, run.until(() -> !command.isAlive(), Long.MAX_VALUE));
        String said = Files.readString(output);
        assertEquals(0, command.waitFor(), said);
        return said;
    }

    private static byte[] file() {
        byte[] file = new byte[LENGTH];
        new Random(1).nextBytes(file);
        return file;
    }

    @Test
    void theKernelPingsASimulatedHost() throws Exception {
        try (Run run = Run.open(options(1)); RealKernel kernel = new RealKernel("10.0.1.9/24", "10.0.1.1")) {
            run.connect("kernel", kernel.local, kernel.remote);
            Path output = folder.resolve("ping.txt");
            Process ping = kernel.start(output, List.of("ping", "-c", "3", "-i", "0.2", "-W", "10", "10.0.2.2"));
            String said = until(run, ping, output);
            assertTrue(said.contains("3 packets transmitted, 3 received, 0% packet loss"), said);
            assertTrue(said.contains("ttl=63"), said);
        }
    }

    @Test
    void theKernelFetchesTenMegabytesOverALossyLink() throws Exception {
        try (Run run = Run.open(lossy()); RealKernel kernel = new RealKernel("10.0.1.9/24", "10.0.1.1")) {
            run.connect("kernel", kernel.local, kernel.remote);
            run.untilListeningOrWaiting(run.start(java("FileServer", String.valueOf(LENGTH))));
            Path fetched = folder.resolve("fetched");
            Path output = folder.resolve("curl.txt");
            until(run, kernel.start(output, List.of("curl", "-sS", "-m", "240", "-o", fetched.toString(),
                    "http://10.0.2.2/file")), output);
            assertEquals(-1, Files.mismatch(fetched, Files.write(folder.resolve("file"), file())));
            assertTrue(run.network().trace().frames().stream().anyMatch(frame -> frame.dropped() != null));
        }
    }

    @Test
    void aSimulatedHostFetchesTenMegabytesFromTheKernel() throws Exception {
        try (Run run = Run.open(lossy()); RealKernel kernel = new RealKernel("10.0.1.9/24", "10.0.1.1")) {
            run.connect("kernel", kernel.local, kernel.remote);
            Path serverSays = folder.resolve("server.txt");
            Process server = kernel.start(serverSays, List.of(JavaHomes.one(), "-cp",
                    classes.toString(), "FileServer", String.valueOf(LENGTH)));
            run.until(() -> serverSays.toFile().length() > 0 || !server.isAlive(), Long.MAX_VALUE);
            Path fetched = folder.resolve("fetched-here");
            Program fetch = run.start(java("Fetch", "http://kernel/file", fetched.toString()));
            assertInstanceOf(Ending.Reached.class, run.untilEnded(fetch));
            assertEquals("", Scene.errors(fetch));
            assertEquals(-1, Files.mismatch(fetched, Files.write(folder.resolve("file-there"), file())));
            assertTrue(server.isAlive());
        }
    }

    @Test
    void whatIsOutsideNeedsRealTimeAndAFreePort() throws Exception {
        try (Run run = Run.open(options(0))) {
            assertThrows(IllegalArgumentException.class, () -> run.connect("kernel", 10_001, 10_002));
        }
        try (Run one = Run.open(options(1)); Run other = Run.open(options(1))) {
            try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                String message = String.valueOf(assertThrows(IOException.class,
                        () -> one.connect("kernel", taken.getLocalPort(), 10_002)).getMessage());
                assertTrue(message.contains("choose another one"), message);
            }
            assertFalse(String.valueOf(assertThrows(IllegalArgumentException.class,
                    () -> other.connect("server", 10_001, 10_002)).getMessage()).isEmpty());
        }
    }
}
