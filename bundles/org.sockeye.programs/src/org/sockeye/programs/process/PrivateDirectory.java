package org.sockeye.programs.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * A directory that nobody else may look into, for as long as a run lasts. It goes at the latest with this process; and if
 * that was killed, when the next one is made.
 */
public final class PrivateDirectory implements AutoCloseable {

    private static final String PREFIX = "sockeye-run-";
    /** A local socket's path may have no more than 107 bytes, and the socket's name needs a few of them. */
    private static final int LONGEST = 90;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final Thread atExit;

    public PrivateDirectory() throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-";
        Path made = Files.createTempDirectory(name);
        if (made.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            Files.delete(made);
            made = Files.createTempDirectory(Path.of("/tmp"), name);
        }
        path = made;
        atExit = new Thread(() -> remove(path));
        Runtime.getRuntime().addShutdownHook(atExit);
        sweep(path.resolveSibling(""));
    }

    public Path path() {
        return path;
    }

    /** A text that nobody can guess. */
    public static String secret() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes a file with these lines. */
    public Path file(String name, List<String> lines) throws IOException {
        return Files.write(path.resolve(name), lines);
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This process is ending: the hook has run, or will do no harm.
        }
    }

    /** Removes what processes have left that were killed. */
    private static void sweep(Path parent) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path directory : left) {
                String[] words = directory.getFileName().toString().substring(PREFIX.length()).split("-");
                if (words[0].matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(words[0])).isEmpty()) {
                    remove(directory);
                }
            }
        } catch (IOException e) {
            // What cannot be listed is not ours.
        }
    }

    private static void remove(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // Whoever removed it before us has done the work; what is another user's stays.
        }
    }
}
