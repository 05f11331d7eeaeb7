package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCompilationTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotUtf8CompilesBesideOneThatIs() throws Exception {
        Path latin = Files.write(folder.resolve("Latin.java"), "class Latin { String ä = \"ü\"; }".getBytes(
                StandardCharsets.ISO_8859_1));
        Path utf = Files.writeString(folder.resolve("Utf.java"), "\ufeffclass Utf { String ä = new Latin().ä; }");
        assertEquals(List.of(), JavaCompilation.compile(List.of(latin, utf), List.of(), folder));
        assertTrue(Files.exists(folder.resolve("Utf.class")));
    }

    @Test
    void anErrorIsNamedWithItsFileAndLineAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("A.java"), "class A {\n    int a = \"\";\n}\n");
        assertEquals(List.of("A.java:2: incompatible types: java.lang.String cannot be converted to int"),
                JavaCompilation.compile(List.of(file), List.of(), folder));
    }

    @Test
    void theGradersOwnClassesAreOutOfReach() throws Exception {
        Path file = Files.writeString(folder.resolve("A.java"), "class A { org.sockeye.labs.check.Stage stage; }");
        assertEquals(1, JavaCompilation.compile(List.of(file), List.of(), folder).size());
    }
}
