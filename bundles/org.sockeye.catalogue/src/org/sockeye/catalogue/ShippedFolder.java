package org.sockeye.catalogue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockeye.labs.format.TemporaryFolder;

/**
 * A folder that lies beside the classes: in their jar, or in one of the folders around them when they run from where
 * they were compiled.
 */
final class ShippedFolder implements AutoCloseable {

    /** From the classes to the project: target/classes, target/try or bin. */
    private static final int FOLDERS_UP = 2;

    private final Path path;
    private final Optional<TemporaryFolder> unpacked;

    private ShippedFolder(Path path, Optional<TemporaryFolder> unpacked) {
        this.path = path;
        this.unpacked = unpacked;
    }

    static ShippedFolder labs() throws IOException {
        CodeSource source = ShippedFolder.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("cannot tell where Sockeye is installed; install it anew");
        }
        try {
            return find("labs", Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("cannot find the labs beside " + source.getLocation() + "; install Sockeye anew", e);
        }
    }

    /** The folder of that name in the jar {@code location}, or in or around the folder {@code location}. */
    static ShippedFolder find(String name, Path location) throws IOException {
        if (Files.isRegularFile(location)) {
            return unpacked(name, location);
        }
        Path around = location;
        for (int up = 0; up <= FOLDERS_UP && around != null; up++, around = around.getParent()) {
            if (Files.isDirectory(around.resolve(name))) {
                return new ShippedFolder(around.resolve(name), Optional.empty());
            }
        }
        throw new IOException("no folder '" + name + "' in or around " + location + "; install Sockeye anew");
    }

    private static ShippedFolder unpacked(String name, Path jar) throws IOException {
        TemporaryFolder target = new TemporaryFolder("sockeye-" + name + "-");
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            copy(inside.getPath("/" + name), target.path());
        } catch (IOException e) {
            target.close();
            throw new IOException("no folder '" + name + "' in " + jar + "; install Sockeye anew", e);
        }
        return new ShippedFolder(target.path(), Optional.of(target));
    }

    /** Copies all files below {@code from}, from whichever file system, and leaves alone what is there already. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else if (!Files.exists(target)) {
                Files.copy(file, target);
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        unpacked.ifPresent(TemporaryFolder::close);
    }
}
