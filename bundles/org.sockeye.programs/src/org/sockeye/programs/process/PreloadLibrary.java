package org.sockeye.programs.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The library that goes into programs which are no virtual machines. There is one on Linux, if it could be built. */
public final class PreloadLibrary {

    private static final String NAME = "libsockeye-preload.so";
    private static final String VARIABLE = "LD_PRELOAD";

    private PreloadLibrary() {
    }

    /**
     * The file that the system property {@code sockeye.preload} names; else one beside the agent's jar, or in a bundle there.
     *
     * @throws IOException if the neighbours of the agent cannot be listed
     */
    public static Optional<Path> find(Path agent) throws IOException {
        String named = System.getProperty("sockeye.preload");
        return named == null ? near(agent) : existing(Path.of(named));
    }

    static Optional<Path> near(Path agent) throws IOException {
        Path folder = agent.toAbsolutePath().resolveSibling("");
        Optional<Path> beside = existing(folder.resolve(NAME));
        if (beside.isPresent()) {
            return beside;
        }
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, "org.sockeye.preload_*")) {
            for (Path bundle : bundles) {
                Optional<Path> inside = existing(bundle.resolve("lib").resolve(NAME));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path library) {
        return Files.isRegularFile(library) ? Optional.of(library.toAbsolutePath()) : Optional.empty();
    }

    /**
     * What a program's environment must have so that it joins, and so that what it does repeats: Python orders by random
     * numbers of its own unless it is told not to, and prints to a pipe later than to a terminal.
     *
     * @param given what the environment has already
     * @param pass the file that lets it join
     */
    static Map<String, String> environment(Path library, Path pass, Map<String, String> given) {
        String others = given.getOrDefault(VARIABLE, "");
        Map<String, String> added = new HashMap<>();
        added.put(VARIABLE, others.isEmpty() ? library.toString() : library + ":" + others);
        added.put("SOCKEYE_PASS", pass.toString());
        added.put("PYTHONHASHSEED", given.getOrDefault("PYTHONHASHSEED", "0"));
        added.put("PYTHONUNBUFFERED", given.getOrDefault("PYTHONUNBUFFERED", "1"));
        return added;
    }

    /** The library where its path has nothing that separates names in the variable: there, or a copy. */
    public static Path usable(Path library, Path directory) throws IOException {
        if (!library.toString().matches(".*[ :].*")) {
            return library;
        }
        Path copy = directory.resolve(NAME);
        return Files.exists(copy) ? copy : Files.copy(library, copy);
    }
}
