package org.sockeye.agent.hooks;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.clock.ThreadNumber;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.natives.OperatingSystem;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;
import sun.nio.ch.Net;

/**
 * Processes that the program starts. A virtual machine gets the agent and joins the same program; from then on, waiting for it
 * does not hold up simulated time. Whatever does not join holds it as long as it runs.
 */
public final class ProcessHooks {

    /** What the agent is told of the standard input of a virtual machine that another has started. */
    public static final String PIPED = "piped";
    public static final String INHERITED = "inherited";

    /** Real milliseconds. */
    private static final long MOMENT = 2;
    private static final int MOST_MOMENTS = 500;

    private static volatile String agent;
    private static volatile Path pass;

    private ProcessHooks() {
    }

    /** From now on, virtual machines that the program starts join with that agent and pass. */
    public static void start(String agentJar, Path passFile) {
        agent = agentJar;
        pass = passFile;
    }

    private static Path mark(long process) {
        return pass.resolveSibling("joined-" + process);
    }

    /** This process, which another has started, has joined: tells the other. */
    public static void joined() throws IOException {
        Files.createFile(mark(ThreadNumber.ofProcess()));
    }

    /** The command to execute instead of {@code command}: the same, but that a virtual machine gets the agent. */
    public static String[] command(String[] command, Redirect[] redirects) {
        if (command.length == 0 || !isJava(Path.of(command[0]))) {
            return command;
        }
        boolean inherits = redirects != null && redirects[0] == Redirect.INHERIT;
        List<String> words = new ArrayList<>(Arrays.asList(command));
        words.addAll(1, List.of("-javaagent:" + agent + "=" + pass + "," + (inherits ? INHERITED : PIPED),
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-PrintWarnings"));
        return words.toArray(new String[0]);
    }

    private static boolean isJava(Path command) {
        return command.endsWith("java") || command.endsWith("java.exe");
    }

    /** For {@code ProcessHandleImpl.waitForProcessExit0}. */
    public static int waitForProcessExit0(long process, boolean reap) {
        Slot slot = SimulatedClock.slot();
        if (slot == null || !awaitJoined(process)) {
            return Natives.waitForProcessExit(process, reap);
        }
        slot.enter(Wait.CHILD, SharedLayout.NEVER);
        try {
            return Natives.waitForProcessExit(process, reap);
        } finally {
            slot.exit();
        }
    }

    /** Waits, in real time, until a process has joined or ended; false if it has ended. */
    private static boolean awaitJoined(long process) {
        while (!Files.exists(mark(process))) {
            if (hasEnded(process)) {
                return false;
            }
            moment();
        }
        return true;
    }

    /**
     * For {@code ProcessHandleImpl.destroy0}. A signal takes no simulated time: a virtual machine that obeys it at once has
     * gone before anything else happens.
     */
    public static boolean destroy0(long process, long startTime, boolean force) {
        boolean sent = Natives.destroyProcess(process, startTime, force);
        for (int i = 0; sent && i < MOST_MOMENTS && Files.exists(mark(process)) && !hasEnded(process); i++) {
            moment();
        }
        return sent;
    }

    private static void moment() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Thread.onSpinWait();
        }
    }

    private static boolean hasEnded(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return true;
        }
    }

    /** Waits until there is something to read from a pipe, or its end. */
    public static void awaitInput(FileInputStream in) throws IOException {
        Slot slot = SimulatedClock.slot();
        if (slot == null || OperatingSystem.HERE == OperatingSystem.WINDOWS) {
            // Windows cannot wait for a pipe so: its reader holds the clock.
            return;
        }
        slot.enter(Wait.POLL, SharedLayout.NEVER);
        try {
            Natives.poll(in.getFD(), Net.POLLIN, -1);
        } finally {
            slot.exit();
        }
    }
}
