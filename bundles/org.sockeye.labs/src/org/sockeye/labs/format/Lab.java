package org.sockeye.labs.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An assignment, as its folder describes it.
 *
 * @param id the folder's name, such as "tcp-uppercase"
 * @param folder where it lies
 * @param title a few words
 * @param summary one sentence
 * @param topology the name of a topology that ships with the stack, or of a file in the folder
 * @param localhost the host that "localhost" stands for to programs on other hosts; empty: the program's own
 * @param roles the student's programs, in the order in which they are started
 * @param limits of each check
 */
public record Lab(String id, Path folder, String title, String summary, String topology, Optional<String> localhost,
        List<Role> roles, Limits limits) {

    public Lab {
        roles = List.copyOf(roles);
    }

    /**
     * Reads the folder's {@code lab.yaml} and looks whether everything else is there.
     *
     * @throws LabException naming file, line and remedy
     */
    public static Lab read(Path folder) throws LabException, IOException {
        return LabReader.read(folder);
    }

    /** The role of that name; empty if the lab has none. */
    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** What the student reads, in Markdown. */
    public Path instructions() {
        return folder.resolve("README.md");
    }

    /** What the student starts from. */
    public Path starter() {
        return folder.resolve("starter");
    }

    /** The sources of the checks. */
    public Path checks() {
        return folder.resolve("checks");
    }

    /** The checks with their titles and points, read from their sources. */
    public List<CheckOutline> outline() throws IOException {
        return CheckOutline.read(checks());
    }

    /** The reference solution first, then every other folder whose name starts with "solution-": right in another way. */
    public List<Path> solutions() throws IOException {
        return Folders.in(folder).stream().filter(each -> {
            String name = each.getFileName().toString();
            return name.equals("solution") || name.startsWith("solution-");
        }).toList();
    }

    /**
     * The wrong solutions, by name.
     *
     * @throws LabException if one does not say which checks it must fail
     */
    public List<Mutant> mutants() throws LabException, IOException {
        return MutantReader.read(folder.resolve("mutants"));
    }
}
