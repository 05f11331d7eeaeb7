package org.sockeye.programs.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A directory that nobody else may look into, for as long as a run lasts. */
public final class PrivateDirectory implements AutoCloseable {

    /** A local socket's path may have no more than 107 bytes, and the socket's name needs a few of them. */
    private static final int LONGEST = 90;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;

    public PrivateDirectory() throws IOException {
        Path made = Files.createTempDirectory("sockeye-");
        if (made.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            Files.delete(made);
            made = Files.createTempDirectory(Path.of("/tmp"), "sockeye-");
        }
        path = made;
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
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Whoever removed it before us has done the work.
        }
    }
}
