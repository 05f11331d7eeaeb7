package org.sockeye.labs.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder that goes away with everything in it, at the latest when this process is told to end. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path folder;
    private final Thread atExit = new Thread(this::removeAsFarAsPossible);

    /**
     * Makes one where the system keeps temporary files.
     *
     * @param prefix how its name begins
     */
    public TemporaryFolder(String prefix) throws IOException {
        folder = Files.createTempDirectory(prefix).toRealPath();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public Path path() {
        return folder;
    }

    /** A new folder in it. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Override
    public void close() {
        try {
            remove();
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            // This process is ending: the hook has run, or will do no harm.
        }
    }

    private void removeAsFarAsPossible() {
        try {
            remove();
        } catch (IOException e) {
            // A program that is still ending wrote into it.
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
