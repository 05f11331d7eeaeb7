package org.sockeye.labs.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lab.yaml}. */
final class LabReader {

    private static final String EXAMPLE = "write it like  server: { class: TCPServer, host: server }";

    private LabReader() {
    }

    static Lab read(Path folder) throws LabException, IOException {
        Path file = folder.resolve("lab.yaml");
        if (!Files.isRegularFile(file)) {
            throw LabException.at(folder, 0, "no lab.yaml in it",
                    "name a folder that holds a lab, or a lab that `sockeye labs list` lists");
        }
        YamlSection top = YamlSection.read(file);
        top.onlyKnows("title", "summary", "topology", "localhost", "programs", "limits");
        Lab lab = new Lab(folder.toAbsolutePath().normalize().getFileName().toString(), folder, top.text("title"),
                top.text("summary"), top.optionalText("topology").orElse("path"), top.optionalText("localhost"),
                roles(top.section("programs")), limits(top.optionalSection("limits")));
        for (String needed : new String[] { "README.md", "starter", "checks", "solution" }) {
            if (!Files.exists(folder.resolve(needed))) {
                throw LabException.at(folder, 0, needed + " is missing",
                        "every lab has README.md, starter, checks and solution");
            }
        }
        return lab;
    }

    private static List<Role> roles(YamlSection programs) throws LabException {
        List<Role> roles = new ArrayList<>();
        for (Map.Entry<String, YamlSection> entry : programs.sections(EXAMPLE).entrySet()) {
            YamlSection program = entry.getValue();
            program.onlyKnows("class", "host");
            roles.add(new Role(entry.getKey(), program.text("class"), program.text("host")));
        }
        return roles;
    }

    private static Limits limits(Optional<YamlSection> limits) throws LabException {
        if (limits.isEmpty()) {
            return Limits.DEFAULT;
        }
        YamlSection section = limits.get();
        section.onlyKnows("simulated", "real");
        Duration simulated = section.optionalDuration("simulated").orElse(Limits.DEFAULT.simulated());
        Duration real = section.optionalDuration("real").orElse(Limits.DEFAULT.real());
        return new Limits(simulated, real);
    }
}
