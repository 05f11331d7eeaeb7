package org.sockeye.labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantReaderTest {

    @TempDir
    Path folder;

    @Test
    void lineCommentsNameTheChecksOverSeveralLines() throws Exception {
        mutant("// Wrong: all of it.\n// Must fail: one,\n// two\n\n// three\nclass A { } // four\n");
        assertEquals(Set.of("one", "two"), MutantReader.read(folder).getFirst().mustFail());
    }

    @Test
    void aBlockCommentNamesTheChecks() throws Exception {
        mutant("\n/* Wrong.\n * Must fail: one, two\n */\nclass A { }\n");
        assertEquals(Set.of("one", "two"), MutantReader.read(folder).getFirst().mustFail());
    }

    @Test
    void aLaterCommentDoesNotCount() throws IOException {
        mutant("class A { }\n// Must fail: one\n");
        assertEquals(folder.resolve("wrong")
                + ": the mutant does not say which checks it must fail; begin one of its files "
                + "with a comment like // What is wrong. Must fail: firstCheck, secondCheck",
                assertThrows(LabException.class, () -> MutantReader.read(folder)).getMessage());
    }

    private void mutant(String source) throws IOException {
        Files.createDirectories(folder.resolve("wrong"));
        Files.writeString(folder.resolve("wrong/A.java"), source);
    }
}
