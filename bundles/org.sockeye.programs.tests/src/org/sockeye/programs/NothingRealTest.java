package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.programs.process.AgentJar;
import org.sockeye.programs.process.Isolation;

/** Programs never touch the real network, and leave nothing behind. */
class NothingRealTest {

    /** In the middle of a conversation, prints what the operating system knows of sockets. */
    private static final String LOOKS = Students.main("Looks", """
            Socket socket = new Socket("localhost", 6789);
            DatagramSocket datagrams = new DatagramSocket(4000);
            ServerSocket listening = new ServerSocket(80);
            for (String file : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
                File table = new File("/proc/self/net/" + file);
                if (table.exists()) {
                    try (BufferedReader in = new BufferedReader(new FileReader(table))) {
                        in.readLine();
                        for (String line = in.readLine(); line != null; line = in.readLine()) {
                            System.out.println(file + " " + line);
                        }
                    }
                }
            }
            try (BufferedReader in = new BufferedReader(new FileReader("/proc/self/net/dev"))) {
                in.lines().skip(2).forEach(line -> System.out.println(line.strip().replaceAll(":.*", "")));
            }
            socket.getOutputStream().write('\\n');
            System.out.println(socket.getInputStream().read());
            """);

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, LOOKS, Students.TCP_SERVER, Students.main("Forever", """
                new ProcessBuilder("sleep", "1000").start();
                System.out.println("runs");
                Thread.sleep(Long.MAX_VALUE);
                """), Students.main("LeavesOrphan", """
                Process shell = new ProcessBuilder("sh", "-c", "setsid sleep 1000 > /dev/null 2>&1 & echo $!").start();
                System.out.print(new String(shell.getInputStream().readAllBytes()).strip());
                """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void theOperatingSystemKnowsNoneOfTheirSocketsAndTheirNamespaceIsEmpty(String java) {
        Assumptions.assumeFalse(Isolation.prefix().isEmpty(), "this system has no network namespaces for us");
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "TCPServer");
            assertEquals("lo\n10\n", scene.outputOf("client", "Looks"));
        }
    }

    @Test
    void whatCannotJoinReachesNothingAndTheRunSaysWhy() {
        Assumptions.assumeFalse(Isolation.prefix().isEmpty(), "this system has no network namespaces for us");
        String program = Natives.compile(folder, "apart", """
                int main(void) {
                    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(9) };
                    inet_aton("192.0.2.1", &to.sin_addr);
                    int s = socket(AF_INET, SOCK_DGRAM, 0);
                    if (sendto(s, "x", 1, 0, (struct sockaddr *) &to, sizeof to) < 0) perror("sendto");
                    return 0;
                }
                """, "-static");
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program apart = Natives.start(scene, "apart", "client", List.of(program), new ProgramSpec.Input.None());
            Ending.Failed ending = assertInstanceOf(Ending.Failed.class, scene.run.untilEnded(apart));
            assertEquals("sendto: Network is unreachable\n", Scene.errors(apart));
            assertEquals("apart: '" + program
                    + "' could not join the network and reached nothing: it is statically linked", ending.text());
        }
    }

    @Test
    void afterARunNoProcessAndNoFileIsLeft() throws ProgramFailure {
        Scene scene = new Scene(JavaHomes.one(), classes);
        Program forever = scene.start("client", "Forever", new ProgramSpec.Input.None());
        scene.run.until(() -> Scene.output(forever).equals("runs\n"), Long.MAX_VALUE);
        Path directory = directory(scene.run);
        assertTrue(Files.exists(directory));
        List<ProcessHandle> programs = ProcessHandle.current().descendants().toList();
        assertFalse(programs.isEmpty());
        scene.close();
        programs.forEach(process -> process.onExit().join());
        assertFalse(Files.exists(directory));
        scene.close();
    }

    @Test
    void whatAProgramLeavesBehindEndsWithTheRunThoughItsParentIsGone() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "orphans are found by /proc");
        ProcessHandle orphan;
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            orphan = ProcessHandle.of(Long.parseLong(scene.outputOf("client", "LeavesOrphan"))).orElseThrow();
            assertTrue(orphan.isAlive());
        }
        orphan.onExit().get(30, TimeUnit.SECONDS);
    }

    /** Where the run keeps its files: the agent is told. */
    private static Path directory(Run run) throws ProgramFailure {
        ExternalProgram external = run.expect(new ProgramSpec("external", "client", List.of(), folder, Map.of(),
                new ProgramSpec.Input.None()));
        String option = external.vmArguments().get(0);
        return Path.of(option.substring(option.indexOf('=') + 1)).getParent();
    }

    @Test
    void whenTheRunnerIsKilledItsProgramsEndAndTheNextRunRemovesItsFiles() throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("t"); // below JUnit's folder, paths would be too long for sockets
        Process runner = runner(temporary, "wait");
        assertEquals('r', runner.getInputStream().read());
        List<ProcessHandle> programs = runner.descendants().toList();
        assertEquals(2, programs.size(), "a program and its child");
        runner.destroyForcibly().waitFor();
        programs.forEach(process -> process.onExit().join());
        assertEquals(1, files(temporary).size());
        assertEquals(0, runner(temporary, "end").waitFor());
        assertEquals(List.of(), files(temporary));
        Files.delete(temporary);
    }

    @Test
    void whenTheRunnerIsToldToTerminateItRemovesItsFiles() throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("t");
        Process runner = runner(temporary, "wait");
        assertEquals('r', runner.getInputStream().read());
        List<ProcessHandle> programs = runner.descendants().toList();
        runner.destroy();
        runner.waitFor();
        programs.forEach(process -> process.onExit().join());
        assertEquals(List.of(), files(temporary));
        Files.delete(temporary);
    }

    private static Process runner(Path temporary, String what) throws IOException {
        return new ProcessBuilder(JavaHomes.one(), "-cp", System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + temporary, "-Dsockeye.agent=" + AgentJar.find(), Runner.class.getName(),
                JavaHomes.one(), classes.toString(), what).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> files(Path directory) {
        return List.of(directory.toFile().list());
    }

    /** Runs a program that never ends; says "r" once it runs. */
    static final class Runner {
        public static void main(String[] arguments) throws IOException {
            Path classes = Path.of(arguments[1]);
            RunOptions options = Scene.limited(Integer.MAX_VALUE, 600);
            try (Run run = Run.open(options)) {
                Program program = run.start(new ProgramSpec("p", "client",
                        List.of(arguments[0], "-cp", classes.toString(), "Forever"), classes, Map.of(),
                        new ProgramSpec.Input.None()));
                run.until(() -> program.output().length > 0, Long.MAX_VALUE);
                System.out.write('r');
                System.out.flush();
                if (arguments[2].equals("wait")) {
                    run.untilEnded(program);
                }
            } catch (ProgramFailure e) {
                throw new AssertionError(e);
            }
        }
    }
}
