package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.programs.process.AgentJar;
import org.sockeye.programs.process.Launch;

/** A virtual machine whose library is not as the agent knows it is refused at its start, in one line. */
class RefusedTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, Students.main("Never", "System.out.println(\"it has run\");"));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    /** What a virtual machine says that believes to be on such a system. */
    private static String said(String java, String system) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(java, "-Dos.name=" + system, "-cp", classes.toString()));
        command.addAll(Launch.options(AgentJar.find(), folder.resolve("pass")));
        command.add("Never");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertEquals(70, process.waitFor());
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("java")
    void theLineNamesWhatIsMissing(String java) throws Exception {
        String line = said(java, "Mac OS X");
        assertTrue(line.matches("sockeye: this program cannot join its network \\(there is no sun\\.nio\\.ch\\.KQueue "
                + "on Java \\S+; use JDK 17 to 25\\)\n"), line);
    }

    @ParameterizedTest
    @MethodSource("java")
    void anUnknownSystemIsRefusedToo(String java) throws Exception {
        String line = said(java, "Plan 9");
        assertTrue(
                line.matches("sockeye: this program cannot join its network \\(the Java library of Plan 9 is not known "
                        + "on Java \\S+; use JDK 17 to 25\\)\n"),
                line);
    }
}
