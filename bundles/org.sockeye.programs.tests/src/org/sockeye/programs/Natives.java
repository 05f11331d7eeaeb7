package org.sockeye.programs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.sockeye.programs.process.AgentJar;
import org.sockeye.programs.process.PreloadLibrary;

/** Programs that are no Java: compiled from C, Python's interpreter, tools. Tests without what they need are skipped. */
final class Natives {

    private Natives() {
    }

    /** The library that makes them join. */
    static Path library() {
        try {
            Optional<Path> library = PreloadLibrary.find(AgentJar.find());
            Assumptions.assumeTrue(library.isPresent(), "there is no preload library: it needs gcc");
            return library.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tool's file; of several the first that is a program itself, and no script which starts another one. */
    static String tool(String name) {
        library();
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file) && isElf(file)) {
                return file.toString();
            }
        }
        Assumptions.abort("there is no " + name);
        throw new AssertionError();
    }

    private static boolean isElf(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("\177ELF");
        } catch (IOException e) {
            return false;
        }
    }

    /** Compiles a C program, all of whose includes are added, and gives its file. */
    static String compile(Path folder, String name, String source, String... options) {
        String compiler = tool("gcc");
        try {
            Path file = Files.writeString(folder.resolve(name + ".c"), INCLUDES + source);
            List<String> command = new ArrayList<>(List.of(compiler, "-O1", "-pthread", "-o",
                    folder.resolve(name).toString(), file.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(words);
            }
            return folder.resolve(name).toString();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final String INCLUDES = """
            #define _GNU_SOURCE
            #include <arpa/inet.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <netdb.h>
            #include <netinet/in.h>
            #include <netinet/tcp.h>
            #include <poll.h>
            #include <pthread.h>
            #include <semaphore.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/epoll.h>
            #include <sys/ioctl.h>
            #include <sys/select.h>
            #include <sys/sendfile.h>
            #include <sys/socket.h>
            #include <sys/time.h>
            #include <sys/uio.h>
            #include <sys/wait.h>
            #include <time.h>
            #include <unistd.h>
            """;

    /** Starts a command on a host of a scene; until it listens, waits or has ended. */
    static Program launch(Scene scene, String name, String host, List<String> command, String... lines) {
        byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        Program program = start(scene, name, host, command, new ProgramSpec.Input.Scripted(input));
        scene.run.untilListeningOrWaiting(program);
        return program;
    }

    static Program start(Scene scene, String name, String host, List<String> command, ProgramSpec.Input input) {
        try {
            return scene.run.start(new ProgramSpec(name, host, command, Path.of(System.getProperty("java.io.tmpdir")),
                    Map.of(), input));
        } catch (ProgramFailure e) {
            throw new AssertionError(e);
        }
    }
}
