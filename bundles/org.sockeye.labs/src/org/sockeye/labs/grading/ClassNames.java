package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of compiled classes. */
final class ClassNames {

    private static final String END = ".class";

    private ClassNames() {
    }

    /** The binary names of all classes below a folder, in alphabetical order. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).filter(file -> file.endsWith(END))
                    .map(file -> file.substring(0, file.length() - END.length()).replace('/', '.').replace('\\', '.'))
                    .sorted().toList();
        }
    }

    /** The name without its package. */
    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
