package org.sockeye.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.cli.run.Sequence;
import org.sockeye.cli.run.Verdict;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.Role;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunListener;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.Topology;

/** One run of a lab's solution, told: the network, the programs, their packets, and a message layer by layer. */
final class DemoRun {

    private static final String TYPED = "hello layers";

    private final Lab lab;
    private final PrintWriter out;

    DemoRun(Lab lab, PrintWriter out) {
        this.lab = lab;
        this.out = out;
    }

    /** True if every program ended well. */
    boolean play() throws ProgramFailure, IOException {
        Topology topology = Topology.named(lab.topology());
        heading(lab.title() + ": " + lab.summary());
        NetworkText.draw(NetworkPicture.of(topology)).forEach(this::line);
        RunOptions defaults = RunOptions.on(topology);
        RunOptions options = new RunOptions(topology, defaults.seed(), defaults.pace(), lab.localhost(),
                defaults.simulatedLimit(), defaults.wallLimit());
        Path classes = Files.createTempDirectory("sockeye-demo-");
        try (Run run = Run.open(options)) {
            compile(lab.solutions().getFirst(), classes);
            heading("\nThe programs (typed at the client's keyboard: " + TYPED + ")");
            run.addListener(new Console());
            Verdict verdict = new Sequence(run).play(programs(classes));
            new PacketTour(run.network().trace(), out).tell();
            return verdict.exitStatus() == 0;
        } finally {
            delete(classes);
        }
    }

    private void heading(String text) {
        out.println(text);
        out.println();
        out.flush();
    }

    private void line(String text) {
        out.println("  " + text);
    }

    private List<ProgramSpec> programs(Path classes) {
        List<ProgramSpec> specs = new ArrayList<>();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        byte[] typed = (TYPED + "\n").getBytes(StandardCharsets.UTF_8);
        for (Role role : lab.roles()) {
            specs.add(new ProgramSpec(role.mainClass(), role.host(),
                    List.of(java, "-cp", classes.toString(), role.mainClass()),
                    classes, Map.of(), new ProgramSpec.Input.Scripted(typed)));
        }
        return specs;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UsageError("demo: this Java has no compiler; run it with a JDK");
        }
        try (Stream<Path> files = Files.list(sources)) {
            List<String> arguments = new ArrayList<>(List.of("-g", "-d", classes.toString()));
            files.filter(file -> file.toString().endsWith(".java")).sorted()
                    .forEach(file -> arguments.add(file.toString()));
            if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IOException("the solution in " + sources + " does not compile");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Says who printed what. */
    private final class Console implements RunListener {

        @Override
        public void output(Program program, boolean error, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            text.lines()
                    .forEach(printed -> line(program.spec().name() + " on " + program.spec().host() + ": " + printed));
            out.flush();
        }
    }
}
