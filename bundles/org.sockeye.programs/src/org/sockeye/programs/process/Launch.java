package org.sockeye.programs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Portable;

/**
 * How a program's process is started, so that its virtual machine has the agent, or it has the preload library.
 *
 * @param executable the file that the command names
 * @param command the words to execute
 * @param environment variables to be added
 */
public record Launch(Path executable, List<String> command, Map<String, String> environment) {

    private static final String OPTIONS = "JDK_JAVA_OPTIONS";
    /** What may be left out of an executable's name. */
    private static final List<String> ENDINGS = java.io.File.separatorChar == '\\' ? List.of("", ".exe") : List.of("");

    /**
     * What a virtual machine must be told to join: the agent, and with which pass; and not to warn that it shares fewer
     * classes with others since the agent has put its own among the library's.
     */
    public static List<String> options(Path agent, Path pass) {
        List<String> options = new ArrayList<>(List.of("-javaagent:" + agent + "=" + pass,
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-PrintWarnings"));
        if (Portable.isAsked()) {
            options.add("-D" + Portable.PROPERTY + "=true");
        }
        return options;
    }

    /**
     * The launch of a command. If its first word is {@code java}, the agent goes onto its command line, and what makes it
     * start fast unless the command says otherwise. Any other command gets the preload library, if there is one, which
     * its children inherit; and the agent in JDK_JAVA_OPTIONS, which every {@code java} started by it reads; Java says so
     * in a line on standard error.
     *
     * @throws IOException one line: which command was not found
     */
    public static Launch of(List<String> command, Path directory, Map<String, String> environment, Path agent,
            Optional<Path> preload, Path pass) throws IOException {
        if (command.isEmpty()) {
            throw new IOException("no command");
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("no directory " + directory);
        }
        Path executable = executable(command.get(0), directory, environment.get("PATH"));
        List<String> words = new ArrayList<>(Isolation.prefix());
        words.add(executable.toString());
        Map<String, String> added = new java.util.HashMap<>(environment);
        added.putAll(Leftovers.mark(pass.resolveSibling("")));
        String name = String.valueOf(executable.getFileName());
        if (name.equals("java") || name.equals("java.exe")) {
            words.addAll(options(agent, pass));
            if (command.stream().noneMatch(word -> word.matches("-XX:\\+Use\\w+GC"))) {
                words.add("-XX:+UseSerialGC");
            }
            if (command.stream().noneMatch(word -> word.startsWith("-XX:TieredStopAtLevel"))) {
                words.add("-XX:TieredStopAtLevel=1");
            }
        } else {
            String inherited = environment.getOrDefault(OPTIONS, System.getenv().getOrDefault(OPTIONS, ""));
            added.put(OPTIONS, (String.join(" ", options(agent, pass)) + " " + inherited).strip());
            if (preload.isPresent()) {
                Map<String, String> given = new java.util.HashMap<>(System.getenv());
                given.putAll(environment);
                added.putAll(PreloadLibrary.environment(preload.get(), pass, given));
            }
        }
        words.addAll(command.subList(1, command.size()));
        return new Launch(executable, List.copyOf(words), Map.copyOf(added));
    }

    private static Path executable(String word, Path directory, @Nullable String path) throws IOException {
        if (word.contains("/") || word.contains(java.io.File.separator)) {
            Path file = directory.resolve(word);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return file;
            }
            throw new IOException(
                    "cannot execute " + word + ": " + (Files.exists(file) ? "it is no program" : "no such file"));
        }
        String folders = path == null ? System.getenv().getOrDefault("PATH", "") : path;
        for (String folder : folders.split(java.io.File.pathSeparator)) {
            for (String ending : ENDINGS) {
                Path file = Path.of(folder.isEmpty() ? "." : folder, word + ending);
                if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                    return file;
                }
            }
        }
        throw new IOException("command not found: " + word);
    }
}
