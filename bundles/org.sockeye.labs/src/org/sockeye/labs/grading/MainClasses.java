package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.Role;

/** Finds the students' main classes among what was compiled, in whichever package they are. */
final class MainClasses {

    private static final int MOST_NAMED = 6;

    private MainClasses() {
    }

    /** By role: the command that runs its class. A role whose class is not there has none. */
    static Map<String, List<String>> commands(Lab lab, Path classes, List<String> java) throws IOException {
        List<String> names = ClassNames.in(classes);
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (Role role : lab.roles()) {
            names.stream().filter(name -> ClassNames.simple(name).equals(role.mainClass())).findFirst()
                    .ifPresent(name -> {
                        List<String> command = new ArrayList<>(java);
                        command.addAll(List.of("-cp", classes.toString(), name));
                        commands.put(role.name(), command);
                    });
        }
        return commands;
    }

    /** Which classes there are instead of one that is missing: "; there are A, B", without inner ones. */
    static String instead(Path classes) throws IOException {
        List<String> names = ClassNames.in(classes).stream().filter(name -> !name.contains("$")).limit(MOST_NAMED)
                .toList();
        return names.isEmpty() ? "" : "; there are " + String.join(", ", names);
    }
}
