package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockeye.labs.format.Folders;

/**
 * What a student handed in.
 *
 * @param name as the grader was told
 * @param sources its Java files
 */
record Submission(String name, List<Path> sources) {

    Submission {
        sources = List.copyOf(sources);
    }

    /**
     * Opens a folder, a zip or a single Java file.
     *
     * @param scratch where a zip is unpacked
     * @throws SubmissionException if it is none of these
     */
    static Submission open(Path path, Path scratch) throws SubmissionException, IOException {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            return new Submission(name, Folders.javaFiles(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new SubmissionException(path
                    + ": there is no such file or folder; name a folder or a zip of Java sources");
        }
        if (name.endsWith(".java")) {
            return new Submission(name, List.of(path));
        }
        Unzip.into(scratch, path);
        return new Submission(name, Folders.javaFiles(scratch));
    }
}
