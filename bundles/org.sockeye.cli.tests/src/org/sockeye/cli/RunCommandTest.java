package org.sockeye.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its user meets it: options in, lines and a status out. */
class RunCommandTest {

    private static final String SERVER = """
            public class Server {
                public static void main(String[] args) throws Exception {
                    java.net.ServerSocket listener = new java.net.ServerSocket(6789);
                    while (true) {
                        java.net.Socket client = listener.accept();
                        String line = new java.io.BufferedReader(new java.io.InputStreamReader(client.getInputStream())).readLine();
                        new java.io.DataOutputStream(client.getOutputStream()).writeBytes(line.toUpperCase() + '\\n');
                    }
                }
            }
            """;
    private static final String CLIENT = """
            public class Client {
                public static void main(String[] args) throws Exception {
                    var keyboard = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    java.net.Socket socket = new java.net.Socket("localhost", 6789);
                    socket.getOutputStream().write((keyboard.readLine() + '\\n').getBytes());
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream()));
                    System.out.println("FROM SERVER: " + in.readLine());
                    socket.close();
                }
            }
            """;
    private static final String ENDS = """
            public class Ends {
                public static void main(String[] args) throws Exception {
                    switch (args[0]) {
                        case "exit" -> System.exit(7);
                        case "wait" -> new java.net.ServerSocket(5).accept();
                        case "sleep" -> Thread.sleep(10_000);
                        case "spin" -> { while (true) { Thread.onSpinWait(); } }
                        default -> new java.net.Socket("server", 1234);
                    }
                }
            }
            """;

    @TempDir
    static Path bin;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", bin.toString()));
        for (String[] source : new String[][] { { "Server", SERVER }, { "Client", CLIENT }, { "Ends", ENDS } }) {
            arguments.add(Files.writeString(bin.resolve(source[0] + ".java"), source[1]).toString());
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
    }

    @Test
    void theTextbookPairRunsAsItIs() throws IOException {
        assertEquals(0, pair("--seed", "1"), err::toString);
        assertEquals(List.of("FROM SERVER: HELLO LAYERS\n"), outputs());
        assertEquals("finished", last().get("cause").getAsString());
    }

    @Test
    void theSameSeedGivesTheSameCaptureThoughFramesAreLost() throws IOException {
        Path one = folder.resolve("one.pcapng");
        Path two = folder.resolve("two.pcapng");
        assertEquals(0, pair("--seed", "5", "--loss", "0.1", "--capture", one.toString()), err::toString);
        assertEquals(0, pair("--seed", "5", "--loss", "0.1", "--capture", two.toString()), err::toString);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertTrue(Files.size(one) > 1000);
    }

    @Test
    void theStatusIsThatOfTheLastProgram() {
        assertEquals(7, run("--on", "client", java("Ends exit")));
    }

    @Test
    void anUncaughtExceptionIsTheProgramsFailure() {
        assertEquals(1, run("--on", "client", java("Ends refused")));
        assertTrue(out.toString().contains("java.net.ConnectException: Connection refused"), out::toString);
    }

    @Test
    void aDeadlockIsNamedWithTheLineThatWaits() {
        assertEquals(3, run("--on", "client", java("Ends wait")));
        assertEquals("deadlock", last().get("cause").getAsString());
        assertTrue(last().get("text").getAsString().contains("Ends waits in accept at Ends.java:5"), out::toString);
    }

    @Test
    void theLimitIsInSimulatedTime() {
        assertEquals(3, run("--limit", "9s", "--on", "client", java("Ends sleep")));
        assertEquals("simulated-limit", last().get("cause").getAsString());
        assertEquals(9_000_000_000L, last().get("simulatedNanoseconds").getAsLong());
    }

    @Test
    void aBusyLoopEndsAtTheRealTimeLimit() {
        assertEquals(3, run("--wall", "2s", "--on", "client", java("Ends spin")));
        assertEquals("spin", last().get("cause").getAsString());
    }

    @Test
    void wrongOptionsAreOneLineThatNamesTheRemedy() {
        assertUsage("sockeye: --on: there is no host 'nohost'; the topology has client, server\n", "--on", "nohost",
                "java");
        assertUsage("sockeye: nosuch: command not found: nosuch\n", "--on", "client", "nosuch");
        assertUsage("sockeye: --loss: there is no link 'a-b'; the topology has client-s1, s1-r1, r1-s2, s2-server\n",
                "--loss",
                "a-b=0.1", "--on", "client", "java");
        assertUsage("sockeye: --loss: '2' is not a chance; write a number from 0 to 1, like 0.05\n", "--loss", "2",
                "--on",
                "client", "java");
        assertUsage("sockeye: --stdin: cannot read nofile; is there such a file?\n", "--stdin", "client=nofile", "--on",
                "client",
                "java");
        assertUsage("sockeye: --localhost: there is no host 'x'; the topology has client, server\n", "--localhost", "x",
                "--on",
                "client", "java");
        assertUsage(
                "sockeye: --capture: there is no folder " + folder.resolve("no")
                        + "; make it first or name another file\n",
                "--capture", folder.resolve("no/x.pcapng").toString(), "--on", "client", "java");
    }

    @Test
    void whatIsOutsideIsAskedForInFull() {
        assertUsage("sockeye: --outside: what is outside lives in real time; add --time real\n", "--outside",
                "kernel=10001:10002", "--on", "client", java("Ends exit"));
        assertUsage("sockeye: --outside: unknown outside device 'kernel'; the topology has none\n", "--outside",
                "kernel=10001:10002", "--time", "real", "--on", "client", java("Ends exit"));
        assertUsage(
                "sockeye: Invalid value for option '--outside' (DEVICE=LOCAL:REMOTE): '10001:10002' does not name two "
                        + "UDP ports; write DEVICE=LOCAL:REMOTE, like kernel=10001:10002 (see 'sockeye run --help')\n",
                "--outside", "10001:10002", "--on", "client", java("Ends exit"));
    }

    private void assertUsage(String line, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(arguments));
        assertEquals(line, err.toString());
        assertFalse(out.toString().contains("started"), out::toString);
    }

    private int pair(String... options) throws IOException {
        Path input = Files.writeString(folder.resolve("in.txt"), "hello layers\n");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(
                List.of("--localhost", "server", "--stdin", "client=" + input, "--on", "server", java("Server"), "--on",
                        "client", java("Client")));
        return run(arguments.toArray(String[]::new));
    }

    private static String java(String program) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '" + bin + "' " + program;
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("run", "--json"));
        line.addAll(List.of(arguments));
        return Sockeye.command().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }

    private List<JsonObject> events() {
        return out.toString().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    private JsonObject last() {
        return events().stream().filter(event -> event.get("event").getAsString().equals("ended")).reduce((a, b) -> b)
                .orElseThrow();
    }

    private List<String> outputs() {
        return events().stream().filter(event -> event.get("event").getAsString().equals("output"))
                .map(event -> event.get("text").getAsString()).toList();
    }
}
