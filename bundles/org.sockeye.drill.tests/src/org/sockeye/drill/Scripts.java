package org.sockeye.drill;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scripts beside this class. */
final class Scripts {

    private Scripts() {
    }

    /** All of them, by name. */
    static List<Path> all() throws IOException {
        URL folder = Objects.requireNonNull(Scripts.class.getResource("scripts"), "scripts");
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".pkt")).sorted().toList();
            assertFalse(scripts.isEmpty());
            return scripts;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    static String text(Path script) throws IOException {
        return Files.readString(script);
    }
}
