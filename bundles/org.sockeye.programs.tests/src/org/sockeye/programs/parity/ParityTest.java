package org.sockeye.programs.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.programs.Ending;
import org.sockeye.programs.JavaHomes;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.Topology;

/**
 * The same cases, compiled once, in a plain virtual machine on this machine's kernel and on a simulated host, must observe the
 * same: values, exceptions, their messages, and the order of all. The cases are in {@code org.sockeye.programs.parity.cases}.
 */
class ParityTest {

    private static final String CASES = "org.sockeye.programs.parity.cases.Cases";
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compileForTheOldestJava() throws Exception {
        Path sources = Path.of(System.getProperty("sockeye.root"), "bundles", "org.sockeye.programs.tests", "src",
                "org",
                "sockeye", "programs", "parity", "cases");
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-nowarn", "-d", folder.toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .forEach(file -> arguments.add(file.toString()));
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
    }

    @TestFactory
    Stream<DynamicTest> aProgramObservesTheSameAsOnTheKernel() {
        return JavaHomes.both().stream().flatMap(java -> {
            // The one mostly sleeps while the other computes.
            CompletableFuture<String> real = CompletableFuture.supplyAsync(() -> onTheKernel(java));
            Map<String, List<String>> simulated = Observations.parse(simulated(java));
            Map<String, List<String>> kernel = Observations.parse(real.join());
            assertTrue(kernel.size() >= 150, () -> "only " + kernel.keySet());
            return kernel.keySet().stream().map(name -> dynamicTest(name + " on " + java,
                    () -> assertEquals(String.join("\n", kernel.get(name)),
                            String.join("\n", simulated.getOrDefault(name, List.of("nothing"))))));
        });
    }

    private static List<String> command(String java) {
        return List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", folder.toString(), CASES);
    }

    private static String onTheKernel(String java) {
        try {
            Path output = Files.createTempFile(folder, "kernel", ".txt");
            Process process = new ProcessBuilder(command(java)).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the cases end");
            return Files.readString(output);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String simulated(String java) {
        RunOptions options = new RunOptions(Topology.named("path"), 1, 0, Optional.empty(), 3600 * SECOND,
                120 * SECOND);
        try (Run run = Run.open(options)) {
            Program program = run.start(new ProgramSpec("cases", "client", command(java), folder, Map.of(),
                    new ProgramSpec.Input.Scripted(new byte[0])));
            Ending ending = run.untilEnded(program);
            String errors = new String(program.errors(), StandardCharsets.UTF_8);
            System.err.print(errors);
            return new String(program.output(), StandardCharsets.UTF_8)
                    + (ending instanceof Ending.Reached ? "" : ending.text());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
