package org.sockeye.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockeye.cli.options.Durations;
import org.sockeye.cli.options.HostValue;
import org.sockeye.cli.options.LinkOptions;
import org.sockeye.cli.options.NetworkName;
import org.sockeye.cli.options.OutsidePorts;
import org.sockeye.cli.options.Pace;
import org.sockeye.cli.options.PublishedAs;
import org.sockeye.cli.options.TimeOfDay;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.cli.run.JsonReport;
import org.sockeye.cli.run.ProgramList;
import org.sockeye.cli.run.ProseReport;
import org.sockeye.cli.run.RunReport;
import org.sockeye.cli.run.Sequence;
import org.sockeye.cli.run.Verdict;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunOptions;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.PcapngWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sockeye run}: programs on the hosts of a simulated network, until the last of them ends. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Runs programs on the hosts of a simulated network.",
        "They start in the order given, a later one when the earlier one listens or waits. The run ends when the last "
                + "one ends; those still up then (servers) are stopped. The exit status is the last program's." })
final class RunCommand implements Callable<Integer> {

    @Option(names = "--on", arity = "2", required = true, paramLabel = "HOST COMMAND", hideParamSyntax = true,
            description = "a program and its host; the command is one argument, like 'java -cp bin TCPServer'")
    private List<String> on = new ArrayList<>();

    @Option(names = "--topology", paramLabel = "FILE|NAME", defaultValue = "path",
            description = "the network (default: ${DEFAULT-VALUE}: client - switch - router - switch - server)")
    private String topology = "path";

    @Option(names = "--extension", paramLabel = "PATH",
            description = "classes of layers that the topology names and that are not ours (may be repeated)")
    private List<Path> extensions = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "for all chance; same seed, same programs: same trace (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--time", paramLabel = "virtual|real|X", converter = Pace.class, defaultValue = "virtual",
            description = "as fast as possible (default), in real time, or X times real time")
    private double pace;

    @Mixin
    private LinkOptions links = new LinkOptions();

    @Option(names = "--start", paramLabel = "DATE", converter = TimeOfDay.class, defaultValue = "2026-01-01",
            description = "the date, with a time if need be, that programs see when the run begins, in UTC (default: "
                    + "${DEFAULT-VALUE})")
    private Instant start = RunOptions.START;

    @Option(names = "--localhost", paramLabel = "HOST",
            description = "what localhost means to programs on other hosts (default: the host itself)")
    private Optional<String> localhost = Optional
            .empty();

    @Option(names = "--stdin", paramLabel = "HOST=FILE", converter = HostValue.Converter.class,
            description = "standard input of the programs on a host (default: empty)")
    private List<HostValue> stdin = new ArrayList<>();

    @Option(names = "--env", paramLabel = "HOST=NAME=VALUE", converter = HostValue.Converter.class,
            description = "an environment variable of the programs on a host")
    private List<HostValue> env = new ArrayList<>();

    @Option(names = "--cwd", paramLabel = "HOST=DIR", converter = HostValue.Converter.class,
            description = "the working directory of the programs on a host")
    private List<HostValue> cwd = new ArrayList<>();

    @Option(names = "--outside", paramLabel = "DEVICE=LOCAL:REMOTE", converter = OutsidePorts.Converter.class,
            description = "carries an outside device's frames in UDP between two ports of this machine; needs --time real")
    private List<OutsidePorts> outside = new ArrayList<>();

    @Option(names = "--publish", paramLabel = "PORT=HOST:PORT", converter = PublishedAs.Converter.class,
            description = "a port of this machine's loopback interface that reaches one of a simulated host, for a browser or "
                    + "curl; time is then real unless --time says otherwise")
    private List<PublishedAs> published = new ArrayList<>();

    @Option(names = "--capture", paramLabel = "FILE", description = "writes every frame on every link as pcapng")
    private @Nullable Path capture;

    @Option(names = "--limit", paramLabel = "DURATION", converter = Durations.class, defaultValue = "1h",
            description = "simulated time after which the run is ended (default: ${DEFAULT-VALUE})")
    private long limit;

    @Option(names = "--wall", paramLabel = "DURATION", converter = Durations.class, defaultValue = "60s",
            description = "real time after which the run is ended (default: ${DEFAULT-VALUE})")
    private long wall;

    @Option(names = "--json", description = "one JSON object a line on standard output instead of prose")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Topology network = links.apply(NetworkName.topology(topology, extensions));
        ProgramList programs = new ProgramList(network, on, stdin, env, cwd);
        if (localhost.isPresent()) {
            programs.requireHost("--localhost", localhost.get());
        }
        requirePlace(capture);
        double rate = pace == 0 && !published.isEmpty() ? 1 : pace;
        RunOptions options = new RunOptions(network, seed, rate, localhost, limit, wall, start);
        RunReport report = json ? new JsonReport(spec.commandLine().getOut()) : new ProseReport(System.out, System.err);
        try (Run run = open(options)) {
            run.addListener(report);
            connect(run);
            publish(run);
            Verdict verdict = drive(run, programs, report);
            if (capture != null) {
                PcapngWriter.write(capture, run.network().trace().frames());
            }
            return verdict.exitStatus();
        } catch (ProgramFailure e) {
            throw new UsageError(e.getMessage());
        }
    }

    /** What an extension cannot build is the user's to mend. */
    private static Run open(RunOptions options) throws IOException {
        try {
            return Run.open(options);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--topology: " + e.getMessage());
        }
    }

    private void connect(Run run) {
        for (OutsidePorts ports : outside) {
            if (pace != 1) {
                throw new UsageError("--outside: what is outside lives in real time; add --time real");
            }
            try {
                run.connect(ports.device(), ports.local(), ports.remote());
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageError("--outside: " + e.getMessage());
            }
        }
    }

    private void publish(Run run) {
        for (PublishedAs one : published) {
            try {
                run.publish(one.realPort(), one.host(), one.port());
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageError("--publish: " + e.getMessage());
            }
        }
    }

    /** So that a run is not lost for want of a place to keep it. */
    private static void requirePlace(@Nullable Path file) {
        if (file != null && Files.isDirectory(file)) {
            throw new UsageError("--capture: " + file + " is a folder; name a file in it");
        }
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageError("--capture: there is no folder " + folder + "; make it first or name another file");
        }
    }

    private static Verdict drive(Run run, ProgramList programs, RunReport report) throws ProgramFailure {
        Sequence sequence = new Sequence(run);
        Verdict verdict = sequence.play(programs.specs());
        report.ended(verdict, run.network().events().now());
        return verdict;
    }
}
