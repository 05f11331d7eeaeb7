package org.sockeye.ui.testing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jdt.core.IType;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.console.TextConsole;
import org.sockeye.launching.java.ProgramConfigurations;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.launching.session.ProgramState;

/** Launches programs on hosts and looks at them. */
public final class Programs {

    private Programs() {
    }

    /** Launches a program on a host and waits until its process is there. */
    public static IProcess launch(IType program, String host, String mode) throws CoreException {
        ILaunch launch = ProgramConfigurations.configuration(program, host).launch(mode, null, true, true);
        return Arrays.stream(launch.getProcesses()).findFirst()
                .orElseThrow(() -> new AssertionError("no process was started"));
    }

    /** Waits until the program listens. */
    public static void awaitListening(IProcess process, String program) {
        Workbench.await(program + " listens", () -> state(program).listening(), () -> state(program) + output(process));
    }

    /** Types a line into the program's console. */
    public static void type(IProcess process, String line) throws IOException {
        process.getStreamsProxy().write(line + "\n");
    }

    /** Waits until the program has ended. */
    public static void awaitEnd(IProcess process) {
        Workbench.await(process.getLabel() + " ends", process::isTerminated);
    }

    /** What stands in a program's console: what it printed and what was typed. */
    public static String output(IProcess process) {
        return Workbench.ui(() -> DebugUITools.getConsole(process) instanceof TextConsole console
                ? console.getDocument().get() : "");
    }

    /** A program of the workbench's network as it was a moment ago. */
    public static ProgramState state(String program) {
        return session().programs().stream().filter(each -> each.name().equals(program)).findFirst()
                .orElseThrow(() -> new AssertionError("no program " + program + " in " + session().programs()));
    }

    /** The launch configurations of programs on hosts. */
    public static List<ILaunchConfiguration> configurations() throws CoreException {
        return List
                .of(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(ProgramConfigurations.type()));
    }

    /** The processes that run. */
    public static List<IProcess> processes() {
        return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getProcesses())
                .filter(process -> !process.isTerminated()).toList();
    }

    public static NetworkSession session() {
        return NetworkSessions.workbench().current().orElseThrow(() -> new AssertionError("no network is running"));
    }

    /** Stops the network and forgets every launch. */
    public static void stopAll() throws CoreException {
        NetworkSessions.workbench().stop();
        for (ILaunch launch : DebugPlugin.getDefault().getLaunchManager().getLaunches()) {
            if (launch.canTerminate()) {
                launch.terminate();
            }
            Workbench.await("the launch ends", launch::isTerminated);
        }
        DebugPlugin.getDefault().getLaunchManager()
                .removeLaunches(DebugPlugin.getDefault().getLaunchManager().getLaunches());
        letDebugViewForget();
    }

    /** Its labels are made in jobs, which must not come upon a launch whose project a test has deleted meanwhile. */
    private static void letDebugViewForget() {
        Workbench.ui(() -> {
            while (Display.getCurrent().readAndDispatch()) {
                // what the removal has asked of views
            }
        });
        Workbench.await("no label is being made", () -> Stream.of(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().endsWith("LabelJob")));
    }
}
