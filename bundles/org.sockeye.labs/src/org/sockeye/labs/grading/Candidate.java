package org.sockeye.labs.grading;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled submission.
 *
 * @param commands by role: the command that runs the student's program; a role whose class is missing has none
 * @param instead for a class that is missing: which there are instead, as {@link MainClasses#instead} says it
 * @param digests by role: what tells one program from another, as {@link ProgramDigests} has it
 * @param folder where each check gets a folder of its own
 * @param captures the folder for the packets of checks that did not pass; empty: they are not kept
 */
record Candidate(Map<String, List<String>> commands, String instead, Map<String, String> digests, Path folder,
        Optional<Path> captures) {

    Candidate {
        commands = Map.copyOf(commands);
        digests = Map.copyOf(digests);
    }

    Optional<Path> capture(CheckDefinition check) {
        return captures.map(place -> place.resolve(check.id() + ".pcapng"));
    }
}
