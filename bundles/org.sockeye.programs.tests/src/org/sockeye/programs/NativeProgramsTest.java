package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertTrue(server.isListening(), () -> Scene.errors(server) + scene.run.programs().get(0).exitStatus());
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
}
