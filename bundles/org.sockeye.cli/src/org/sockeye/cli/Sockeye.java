package org.sockeye.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sockeye.cli.outcome.ExitStatus;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.SubmissionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code sockeye} command: says what there is, and turns what goes wrong into one line and an exit status. */
@Command(name = "sockeye", mixinStandardHelpOptions = true, version = "Sockeye 0.1.0",
        description = "Socket programs on a simulated network, every packet in view.", subcommands = {
                DemoCommand.class, IdeCommand.class, RunCommand.class, PacketsCommand.class, LabsCommand.class,
                GradeCommand.class, DrillCommand.class, BenchCommand.class },
        footer = { "",
                "Exit status: 0 all well, 1 a program or a check failed, 2 wrong usage,",
                "3 the run was ended, 4 Sockeye itself failed." })
public final class Sockeye implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command with its subcommands, ready to execute. */
    static CommandLine command() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new Sockeye()).setOut(out).setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Sockeye::wrongUsage)
                .setExecutionExceptionHandler(Sockeye::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("sockeye: " + oneLine(e.getMessage()) + " (see '" + command.getCommandSpec().qualifiedName()
                        + " --help')");
        return ExitStatus.USAGE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        if (e instanceof UsageError || e instanceof LabException || e instanceof SubmissionException) {
            command.getErr().println("sockeye: " + oneLine(e.getMessage()));
            return ExitStatus.USAGE;
        }
        command.getErr().println("sockeye: an error of its own: " + oneLine(e.toString())
                + "; SOCKEYE_TRACE=1 in the environment shows where");
        if (System.getenv("SOCKEYE_TRACE") != null) {
            e.printStackTrace(command.getErr());
        }
        return ExitStatus.INTERNAL;
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
