package org.sockeye.cli;

import java.util.concurrent.Callable;
import org.sockeye.cli.demo.Demo;
import org.sockeye.cli.outcome.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sockeye demo}: the main job, start to finish, on a lab that ships. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "A client and a server on the simulated network, their packets layer by layer, and the grade.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return new Demo(spec.commandLine().getOut()).play() ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
