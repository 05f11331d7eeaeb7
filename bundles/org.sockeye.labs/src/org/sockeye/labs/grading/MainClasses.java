package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.Role;

/** Finds the students' main classes among what was compiled, in whichever package they are. */
final class MainClasses {

    private MainClasses() {
    }

    /** By role: the command that runs its class. A role whose class is not there has none. */
    static Map<String, List<String>> commands(Lab lab, Path classes, List<String> java) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.filter(file -> file.toString().endsWith(".class")).map(file -> classes.relativize(file)
                    .toString())
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\',
                            '.'))
                    .sorted().toList();
        }
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (Role role : lab.roles()) {
            names.stream().filter(name -> simple(name).equals(role.mainClass())).findFirst().ifPresent(name -> {
                List<String> command = new ArrayList<>(java);
                command.addAll(List.of("-cp", classes.toString(), name));
                commands.put(role.name(), command);
            });
        }
        return commands;
    }

    /** Why nothing can be graded, if no role has its class; empty if one has. */
    static String problem(Lab lab, Map<String, List<String>> commands) {
        return commands.isEmpty() ? "none of the classes " + lab.roles().stream().map(Role::mainClass)
                .collect(Collectors.joining(", ")) + " is in it; keep the names of the starter's classes" : "";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
