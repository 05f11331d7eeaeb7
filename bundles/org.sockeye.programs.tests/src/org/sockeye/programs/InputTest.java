package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Standard input comes as from a terminal. */
class InputTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, Students.main("Readers", """
                while (true) {
                    String line = new BufferedReader(new InputStreamReader(System.in)).readLine();
                    System.out.println(System.nanoTime() / 1_000_000_000 + " " + line);
                    if (line == null) {
                        break;
                    }
                    Thread.sleep(1000);
                }
                """), Students.main("Scans", """
                Scanner scanner = new Scanner(System.in);
                int sum = 0;
                while (scanner.hasNextInt()) {
                    sum += scanner.nextInt();
                }
                System.out.println(sum);
                """), Students.main("Bytes", """
                System.in.transferTo(System.out);
                System.out.flush();
                """), Students.main("Chat", """
                Thread reader = new Thread(() -> {
                    try {
                        System.out.println("typed " + new BufferedReader(new InputStreamReader(System.in)).readLine());
                    } catch (IOException e) {
                        e.printStackTrace();
                    }
                });
                reader.start();
                Thread.sleep(100);
                System.out.println("tick");
                """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void aNewReaderForEachLineLosesNothing(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("1000 one\n1001 two\n1002 \n1003 four\n1004 null\n",
                    scene.outputOf("client", "Readers", "one", "two", "", "four"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aScannerReadsToTheEnd(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("42\n", scene.outputOf("client", "Scans", "1 2 3", "", "36"));
        }
    }

    @Test
    void bytesArriveAsTheyWereWritten() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.finish(scene.launch("client", "Bytes", new ProgramSpec.Input.Scripted(bytes)));
            assertEquals(new String(bytes, StandardCharsets.ISO_8859_1),
                    new String(program.output(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void noInputEndsAtOnce() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.finish(scene.launch("client", "Readers", new ProgramSpec.Input.None()));
            assertEquals("1000 null\n", Scene.output(program));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void waitingForSomebodyToTypeHoldsUpNobody(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program program = scene.launch("client", "Chat", new ProgramSpec.Input.Typed());
            Ending ending = scene.run.until(() -> Scene.output(program).equals("tick\n"), Long.MAX_VALUE);
            assertInstanceOf(Ending.Reached.class, ending);
            assertEquals(0.1, scene.seconds());
            program.type("he".getBytes(StandardCharsets.UTF_8));
            program.type("llo\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("tick\ntyped hello\n", Scene.output(scene.finish(program)));
        }
    }

    @Test
    void onlyWhatIsTypedMayBeTyped() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.launch("client", "Bytes");
            assertThrows(IllegalStateException.class, () -> program.type(new byte[1]));
        }
    }

    @Test
    void whatIsTypedWhileTheRunWaitsWakesIt() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.launch("client", "Bytes", new ProgramSpec.Input.Typed());
            Thread person = new Thread(() -> scene.run.request(() -> {
                program.type("typed\n".getBytes(StandardCharsets.UTF_8));
                program.endInput();
            }));
            person.start();
            assertEquals("typed\n", Scene.output(scene.finish(program)));
            assertTrue(program.exitStatus().isPresent());
        }
    }
}
