package org.sockeye.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a program is called, told from its command line. */
public final class ProgramName {

    /** The JVM's options that take the next word as their value. */
    private static final Set<String> WITH_VALUE = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path",
            "--upgrade-module-path", "--add-modules", "--add-exports", "--add-opens", "--add-reads", "--patch-module",
            "--limit-modules", "--enable-native-access", "--source", "--describe-module", "-d");

    private ProgramName() {
    }

    /** The main class without its package, the jar or source file without its ending, or the command's own name. */
    public static String of(List<String> command) {
        String executable = fileName(command.getFirst());
        if (!executable.equals("java")) {
            return executable;
        }
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (word.equals("-jar") && i + 1 < command.size()) {
                return fileName(command.get(i + 1)).replaceFirst("\\.jar$", "");
            } else if ((word.equals("-m") || word.equals("--module")) && i + 1 < command.size()) {
                return simpleName(command.get(i + 1));
            } else if (word.endsWith(".java")) {
                return fileName(word).replaceFirst("\\.java$", "");
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return simpleName(word);
            }
        }
        return executable;
    }

    /** Of a class, whose package or module stands before it. */
    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('/')) + 1);
    }

    private static String fileName(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }
}
