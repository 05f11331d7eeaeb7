package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.trace.PcapngWriter;

/** Programs in other languages than Java join the network, and talk to each other and to Java. */
class NativeProgramsTest {

    @TempDir
    private static Path folder;

    private static Scene scene() {
        return new Scene(JavaHomes.one(), folder);
    }

    private static Scene lossy(long seed) {
        return new Scene(JavaHomes.one(), folder, Scene.lossy(seed, 0.05));
    }

    private static String run(Scene scene, String name, String host, List<String> command, String... lines) {
        return Scene.output(scene.finish(Natives.launch(scene, name, host, command, lines)));
    }

    @Test
    void curlFetchesFromPythonsServerOverALossyPath() throws IOException {
        Path web = Files.createDirectories(folder.resolve("web"));
        String text = IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        Files.writeString(web.resolve("numbers.txt"), text);
        try (Scene scene = lossy(3)) {
            Program server = Natives.launch(scene, "server", "server",
                    List.of(Natives.tool("python3"), "-m", "http.server", "80", "--directory", web.toString()));
            assertTrue(server.isListening());
            assertEquals(text, run(scene, "curl", "client",
                    List.of(Natives.tool("curl"), "-sS", "http://server/numbers.txt")));
            assertTrue(scene.seconds() > 0.2, "losses cost simulated time: " + scene.seconds());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT", "POLL", "EPOLL", "FORK", "THREADS" })
    void anEchoServerInCServesThreeClientsAtOnce(String kind) throws ReflectiveOperationException {
        String source = (String) NativeServers.class.getDeclaredField(kind).get(null);
        String server = Natives.compile(folder, kind, source);
        String client = Natives.compile(folder, "client", NativeServers.CLIENT);
        try (Scene scene = scene()) {
            Program served = Natives.launch(scene, "server", "server", List.of(server));
            List<Program> clients = new ArrayList<>();
            for (String name : List.of("Ann", "Bob", "Cid")) {
                clients.add(Natives.launch(scene, name, "client", List.of(client, "server", "7", name)));
            }
            for (Program each : clients) {
                String name = each.spec().name();
                assertEquals(name + " says 0\n" + name + " says 1\n" + name + " says 2\n",
                        Scene.output(scene.finish(each)));
            }
            scene.run.until(() -> Scene.output(served).chars().filter(c -> c == '\n').count() == 6, Long.MAX_VALUE);
            assertEquals("opened\nopened\nopened\nclosed\nclosed\nclosed\n", Scene.output(served));
            assertTrue(scene.seconds() >= 3 && scene.seconds() < 4, "each slept three seconds: " + scene.seconds());
        }
    }

    @Test
    void programsInDifferentLanguagesTalkToEachOther() {
        String client = Natives.compile(folder, "capitals", NativeServers.COMMON + """
                int main(void) {
                    char line[100];
                    while (fgets(line, sizeof line, stdin)) {
                        FILE *f = fdopen(connected("localhost", "6789"), "r+");
                        fprintf(f, "%s", line);
                        fflush(f);
                        if (fgets(line, sizeof line, f)) printf("%s", line);
                        fclose(f);
                    }
                }
                """);
        String server = Natives.compile(folder, "capitalizer", NativeServers.COMMON + """
                int main(void) {
                    int s = listening(6789);
                    while (1) {
                        int c = accept(s, NULL, NULL), n;
                        char b;
                        while ((n = recv(c, &b, 1, 0)) == 1 && b != '\\n') { b &= ~32; send(c, &b, 1, 0); }
                        send(c, "\\n", 1, 0);
                        close(c);
                    }
                }
                """);
        Path classes = Students.compile(folder, Students.TCP_SERVER, Students.TCP_CLIENT);
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            scene.launch("server", "TCPServer");
            assertEquals("ABC\nDEF\n", run(scene, "C", "client", List.of(client), "abc", "def\n"));
        }
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Natives.launch(scene, "C", "server", List.of(server));
            assertEquals("FROM SERVER: XYZ\n", scene.outputOf("client", "TCPClient", "xyz"));
        }
    }

    @Test
    void netcatCarriesLinesBothWays() {
        String nc = Natives.tool("nc");
        try (Scene scene = scene()) {
            Program server = Natives.launch(scene, "server", "server", List.of(nc, "-l", "-N", "5000"),
                    "from the server");
            assertEquals("from the server", run(scene, "client", "client", List.of(nc, "-N", "server", "5000"),
                    "from the client"));
            assertEquals("from the client", Scene.output(scene.finish(server)));
        }
    }

    @Test
    void tenMinutesOfSleepTakeNoRealTime() {
        try (Scene scene = new Scene(JavaHomes.one(), folder, Scene.limited(3600, 20))) {
            assertEquals("", run(scene, "sleeps", "client", List.of(Natives.tool("sleep"), "600")));
            assertEquals(600, scene.seconds());
        }
    }

    @Test
    void aShellScriptsPipesAndChildrenTakeSimulatedTimeOnly() throws IOException {
        Path script = Files.writeString(folder.resolve("script.sh"), """
                date +%S
                (sleep 100; echo later) | tr a-z A-Z
                x=$(sleep 7; hostname)
                echo $x
                sleep 2 &
                wait
                date +%S
                timeout 5 sleep 1000
                echo $?
                """);
        try (Scene scene = scene()) {
            assertEquals("00\nLATER\nclient\n49\n124\n", run(scene, "sh", "client",
                    List.of(Natives.tool("bash"), script.toString())));
        }
    }

    @Test
    void theSameSeedGivesTheSameCaptureAndOutputs() throws IOException {
        Files.createDirectories(folder.resolve("same"));
        Files.writeString(folder.resolve("same/page.txt"), "x".repeat(50_000));
        String fork = Natives.compile(folder, "forks", NativeServers.FORK);
        String client = Natives.compile(folder, "client", NativeServers.CLIENT);
        byte[] first = capture(fork, client, 7);
        for (int i = 1; i < 20; i++) {
            assertArrayEquals(first, capture(fork, client, 7));
        }
        assertFalse(Arrays.equals(first, capture(fork, client, 8)), "another seed gives another capture");
    }

    /** Python's threaded server and curl beside a forking server and two clients, all on a lossy path. */
    private static byte[] capture(String fork, String client, long seed) throws IOException {
        try (Scene scene = lossy(seed)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Natives.launch(scene, "web", "server", List.of(Natives.tool("python3"), "-m", "http.server", "80",
                    "--directory", folder.resolve("same").toString()));
            Natives.launch(scene, "forks", "server", List.of(fork));
            Natives.launch(scene, "curl", "client", List.of(Natives.tool("curl"), "-sS", "http://server/page.txt"));
            Natives.launch(scene, "Ann", "client", List.of(client, "server", "7", "Ann"));
            Natives.launch(scene, "Bob", "client", List.of(client, "server", "7", "Bob"));
            for (Program program : scene.run.programs().subList(2, 5)) {
                scene.finish(program);
            }
            for (Program program : scene.run.programs()) {
                all.write(program.output());
                all.write(program.errors());
            }
            PcapngWriter.write(all, scene.run.network().trace().frames());
            return all.toByteArray();
        }
    }
}
