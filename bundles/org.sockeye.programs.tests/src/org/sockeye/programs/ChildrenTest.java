package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual machines that a program starts: they are on its host, and its clock is theirs. */
class ChildrenTest {

    private static final String START = """
            static Process start(String main, ProcessBuilder.Redirect in) throws Exception {
                return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
                    System.getProperty("java.class.path"), main).redirectInput(in).redirectErrorStream(true).start();
            }
            """;

    @TempDir
    private static Path folder;
    private static Path classes;

    /** A main method in a class that can start others. */
    private static String parent(String name, String body) {
        String source = Students.main(name, body);
        int end = source.lastIndexOf('}');
        return source.substring(0, end) + START + "}\n";
    }

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, parent("Talking", """
                long start = System.nanoTime();
                ServerSocket server = new ServerSocket(5000);
                Process child = start("Client", ProcessBuilder.Redirect.PIPE);
                Socket socket = server.accept();
                socket.getOutputStream().write(socket.getInputStream().read() + 1);
                System.out.print(new String(child.getInputStream().readAllBytes()));
                System.out.println(child.waitFor() + " after " + (System.nanoTime() - start) / 1_000_000_000);
                """), Students.main("Client", """
                Socket socket = new Socket("localhost", 5000);
                socket.getOutputStream().write(7);
                System.out.println("the child got " + socket.getInputStream().read());
                Thread.sleep(3000);
                System.exit(3);
                """), parent("Piping", """
                Process child = start("Echo", ProcessBuilder.Redirect.PIPE);
                PrintWriter out = new PrintWriter(child.getOutputStream(), true);
                BufferedReader in = new BufferedReader(new InputStreamReader(child.getInputStream()));
                out.println("one");
                System.out.println(in.readLine());
                Thread.sleep(60_000);
                out.println("two");
                System.out.println(in.readLine());
                out.close();
                System.out.println(child.waitFor(20, TimeUnit.SECONDS) + " " + child.exitValue());
                """), Students.main("Echo", """
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    System.out.println("echo " + line);
                }
                """), parent("Impatient", """
                long start = System.nanoTime();
                Process child = start("Sleeper", ProcessBuilder.Redirect.PIPE);
                System.out.println(child.waitFor(5, TimeUnit.SECONDS));
                child.destroy();
                System.out.println(child.waitFor() + " after " + (System.nanoTime() - start) / 1_000_000_000);
                """), Students.main("Sleeper", "Thread.sleep(1_000_000);"), parent("Inheriting", """
                Process child = start("Echo", ProcessBuilder.Redirect.INHERIT);
                System.out.print(new String(child.getInputStream().readAllBytes()));
                """), Students.main("Native", """
                Process child = new ProcessBuilder("echo", "plain").start();
                System.out.print(new String(child.getInputStream().readAllBytes()) + child.waitFor());
                """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void parentAndChildTalkOnTheirHost(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("the child got 8\n3 after 3\n", scene.outputOf("server", "Talking"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aParentWritesAndReadsByPipes(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("echo one\necho two\ntrue 0\n", scene.outputOf("client", "Piping"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aParentEndsAChildThatTakesTooLong(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("false\n143 after 5\n", scene.outputOf("client", "Impatient"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aChildInheritsStandardInput(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("echo typed\n", scene.outputOf("client", "Inheriting", "typed"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void whatIsNoVirtualMachineRunsAsBefore(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("plain\n0", scene.outputOf("client", "Native"));
        }
    }
}
