package org.sockeye.programs.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that we have started. */
public final class OwnProcess {

    private final Process process;
    private final String inputLink;
    private boolean takesInput;

    /**
     * Starts it, with nothing on standard input yet.
     *
     * @param ended is run when it has ended, on some thread
     */
    public OwnProcess(Launch launch, Path directory, Runnable ended) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.command()).directory(directory.toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(launch.environment());
        process = builder.start();
        takesInput = true;
        inputLink = link(process.pid());
        process.onExit().thenRun(ended);
    }

    private static String link(long process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process + "/fd/0")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** What the link of its standard input says in /proc; empty if there is no such thing. */
    public String inputLink() {
        return inputLink;
    }

    /** True until its standard input has ended. */
    public boolean takesInput() {
        return takesInput;
    }

    /** Gives it standard input; no bytes end it. */
    public void feed(byte[] bytes) {
        try {
            if (bytes.length == 0) {
                takesInput = false;
                process.getOutputStream().close();
            } else {
                process.getOutputStream().write(bytes);
                process.getOutputStream().flush();
            }
        } catch (IOException e) {
            // It reads no more.
            takesInput = false;
        }
    }

    /** Hands on what it has printed since the last time. Whatever a waiting process has printed is there. */
    public void drain(Consumer<byte[]> output, Consumer<byte[]> errors) {
        drain(process.getInputStream(), output);
        drain(process.getErrorStream(), errors);
    }

    private static void drain(InputStream in, Consumer<byte[]> to) {
        try {
            for (int count = in.available(); count > 0; count = in.available()) {
                to.accept(in.readNBytes(count));
            }
        } catch (IOException e) {
            // It has closed that end.
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public OptionalInt status() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Ends it and its children, and waits until they have gone. */
    public void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
