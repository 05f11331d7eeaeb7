package org.sockeye.cli;

import java.util.concurrent.Callable;
import org.sockeye.cli.outcome.UsageError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Eclipse with Sockeye: {@code releng/sockeye} builds and starts it before this command is ever reached. */
@Command(name = "ide", description = "Eclipse with Sockeye installed from the update site (from a checkout).")
final class IdeCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "WORKSPACE", description = "the workspace's folder")
    private String workspace = "";

    @Override
    public Integer call() {
        throw new UsageError("ide: Eclipse does not come with the packed command"
                + (workspace.isEmpty() ? "" : " (" + workspace + ")")
                + "; in a checkout run releng/sockeye ide, or install the feature from the update site into your Eclipse");
    }
}
