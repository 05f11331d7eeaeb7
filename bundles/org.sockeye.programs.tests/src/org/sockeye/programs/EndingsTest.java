package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every run ends, and says why. */
class EndingsTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, Students.TCP_SERVER, Students.TCP_CLIENT,
                Students.main("Forever", "while (true) {\n    Thread.sleep(1000);\n}"),
                Students.main("Busy", "int i = 0;\nwhile (true) {\n    i++;\n}"),
                Students.main("Chatter", "while (true) {\n    System.out.println(\"again and again and again\");\n}"),
                Students.main("Exits", "new Thread(() -> System.exit(3)).start();\nThread.sleep(1000);"),
                Students.main("Throws", "throw new IllegalStateException(\"oops\");"),
                "class NoMain { }");
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void programsThatWaitForEachOtherAreADeadlockAndEachIsNamedWithItsLine(String java) {
        String mute = Students.main("Mute", "ServerSocket s = new ServerSocket(6789);\ns.accept();\ns.accept();");
        try (Scene scene = new Scene(java, Students.compile(folder, mute, Students.TCP_CLIENT))) {
            scene.launch("server", "Mute");
            Program client = scene.launch("client", "TCPClient", "is anybody there?");
            Ending.Deadlock ending = assertInstanceOf(Ending.Deadlock.class, scene.run.untilEnded(client));
            assertEquals(
                    List.of("Mute waits in accept at Mute.java:14 (18 bytes unread at 10.0.2.2:6789)",
                            "TCPClient waits in readLine at TCPClient.java:15"),
                    ending.waiting());
        }
    }

    @Test
    void aProgramThatNeverEndsMeetsTheSimulatedLimit() {
        try (Scene scene = new Scene(JavaHomes.one(), classes, Scene.limited(100, 60))) {
            Program forever = scene.launch("client", "Forever");
            assertEquals("the simulated time limit of 100.0 s was reached", scene.run.untilEnded(forever).text());
            assertEquals(100.0, scene.seconds());
        }
    }

    @Test
    void whatADeadlockLeavesUnreadIsSaidAndInWhichThreadEachWaits() {
        String server = Students.main("Half", "ServerSocket s = new ServerSocket(6789);\nSocket c = s.accept();\n"
                + "Thread t = new Thread(() -> {\n    try {\n        s.accept();\n    } catch (IOException e) {\n    }\n}, "
                + "\"second\");\nt.start();\nt.join();");
        String client = Students.main("Hopes", "Socket c = new Socket(\"localhost\", 6789);\n"
                + "c.getOutputStream().write(\"abc\".getBytes());\nc.getInputStream().read();");
        try (Scene scene = new Scene(JavaHomes.one(), Students.compile(folder, server, client))) {
            scene.launch("server", "Half");
            Program hopes = scene.launch("client", "Hopes");
            Ending.Deadlock ending = assertInstanceOf(Ending.Deadlock.class, scene.run.untilEnded(hopes));
            assertTrue(ending.text().contains("accept at Half.java:16 in second"), ending.text());
            assertTrue(ending.text().contains("3 bytes unread at 10.0.2.2:6789"), ending.text());
            assertTrue(ending.text().contains("Hopes waits in read at Hopes.java:14"), ending.text());
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void whoSpinsUntilAnotherThreadSetsAFlagIsChargedTimeSoThatItDoes(String java) {
        String waiter = "public class Flag {\n    static volatile boolean done;\n"
                + "    public static void main(String[] args) throws Exception {\n        new Thread(() -> {\n"
                + "            try {\n                Thread.sleep(1500);\n            } catch (InterruptedException e) {\n"
                + "            }\n            done = true;\n        }).start();\n        while (!done) {\n        }\n"
                + "        System.out.println(\"done\");\n    }\n}\n";
        try (Scene scene = new Scene(java, Students.compile(folder, waiter))) {
            assertEquals("done\n", scene.outputOf("client", "Flag"));
            assertEquals(1.5, scene.seconds());
        }
    }

    @Test
    void aProgramThatComputesForEverMeetsTheRealLimitAndIsNamedWithItsLine() {
        try (Scene scene = new Scene(JavaHomes.one(), classes, Scene.limited(100, 10))) {
            Program busy = scene.start("client", "Busy", new ProgramSpec.Input.None());
            Ending.Spin ending = assertInstanceOf(Ending.Spin.class, scene.run.untilEnded(busy));
            assertTrue(ending.text().matches("spin: Busy spins in main at Busy.java:1[1-4] and never waits; "
                    + "the real time limit of 10.0 s was reached"), ending.text());
        }
    }

    @Test
    void aProgramThatPrintsForEverIsEndedAndItsOutputDoesNotFillTheMemory() {
        try (Scene scene = new Scene(JavaHomes.one(), classes, Scene.limited(100, 60))) {
            Program chatter = scene.start("client", "Chatter", new ProgramSpec.Input.None());
            assertEquals("Chatter printed more than 16 MiB; it was ended", scene.run.untilEnded(chatter).text());
            assertEquals(16 << 20, chatter.output().length);
            assertTrue(chatter.exitStatus().isPresent());
        }
    }

    @Test
    void aServerThatIsBusyForEverDoesNotKeepTheRunFromEndingWhenItsConditionHolds() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program client = scene.launch("client", "Exits");
            scene.finish(client);
            scene.start("server", "Busy", new ProgramSpec.Input.None());
            assertInstanceOf(Ending.Reached.class, scene.run.untilEnded(client));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void systemExitGivesItsStatus(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals(3, scene.finish(scene.launch("client", "Exits")).exitStatus().getAsInt());
            assertEquals(0.0, scene.seconds());
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void anUncaughtExceptionIsPrintedByTheProgramAndItsStatusIs1(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program program = scene.finish(scene.launch("client", "Throws"));
            assertEquals(1, program.exitStatus().getAsInt());
            assertEquals("Exception in thread \"main\" java.lang.IllegalStateException: oops\n"
                    + "\tat Throws.main(Throws.java:12)\n", Scene.errors(program));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aClassThatIsNotThereIsReportedByJavaItself(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program program = scene.finish(scene.launch("client", "Nowhere"));
            assertEquals(1, program.exitStatus().getAsInt());
            assertEquals("Error: Could not find or load main class Nowhere\n"
                    + "Caused by: java.lang.ClassNotFoundException: Nowhere\n", Scene.errors(program));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aClassWithoutMainMethodIsReportedByJavaItself(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program program = scene.finish(scene.launch("client", "NoMain"));
            assertEquals(1, program.exitStatus().getAsInt());
            assertTrue(Scene.errors(program).startsWith("Error: Main method not found in class NoMain"),
                    Scene.errors(program));
        }
    }

    @Test
    void aWrongOptionIsReportedByJavaItself() throws ProgramFailure {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.run.start(spec("p", "client", JavaHomes.one(), "-Xnonsense", "Exits"));
            scene.finish(program);
            assertEquals(1, program.exitStatus().getAsInt());
            assertTrue(Scene.errors(program).contains("Unrecognized option: -Xnonsense"), Scene.errors(program));
        }
    }

    @Test
    void aScriptMayStartTheProgram() throws ProgramFailure {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program program = scene.run.start(spec("p", "client", "sh", "-c",
                    JavaHomes.one() + " -cp " + classes + " Exits; echo $?"));
            scene.finish(program);
            assertEquals("3\n", new String(program.output()));
        }
    }

    @Test
    void whatCannotBeStartedIsRefusedInOneLine() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            assertEquals("p: unknown host 'nowhere'; the topology has client, server",
                    refusal(scene, "nowhere", "java"));
            assertEquals("p: command not found: no-such-command", refusal(scene, "client", "no-such-command"));
            assertEquals("p: cannot execute ./java: no such file", refusal(scene, "client", "./java"));
        }
    }

    @Test
    void aSecondProgramOfTheSameNameIsRefused() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            scene.launch("client", "Forever");
            ProgramFailure failure = assertThrows(ProgramFailure.class,
                    () -> scene.run.start(spec("Forever", "server", JavaHomes.one(), "Forever")));
            assertEquals("there is a program Forever already; give this one another name", failure.getMessage());
        }
    }

    @Test
    void anotherThreadMayStopTheRun() {
        try (Scene scene = new Scene(JavaHomes.one(), classes, Scene.limited(Integer.MAX_VALUE, 60))) {
            Program forever = scene.launch("client", "Forever");
            Thread stopper = new Thread(scene.run::stop);
            scene.run.request(stopper::start);
            assertInstanceOf(Ending.Stopped.class, scene.run.untilEnded(forever));
        }
    }

    private static String refusal(Scene scene, String host, String... command) {
        return assertThrows(ProgramFailure.class, () -> scene.run.start(spec("p", host, command))).getMessage();
    }

    private static ProgramSpec spec(String name, String host, String... command) {
        return new ProgramSpec(name, host, List.of(command), classes, Map.of(), new ProgramSpec.Input.None());
    }
}
