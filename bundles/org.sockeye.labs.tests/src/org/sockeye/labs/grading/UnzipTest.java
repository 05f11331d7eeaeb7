package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnzipTest {

    @TempDir
    Path temp;

    private Path target;
    private Path zip;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(temp.resolve("inner/target"));
        zip = temp.resolve("submission.zip");
    }

    @Test
    void filesAndFoldersAreUnpacked() throws Exception {
        pack("src/A.java", "class A { }".getBytes());
        Unzip.into(target, zip);
        assertEquals("class A { }", Files.readString(target.resolve("src/A.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "../evil.java", "a/../../evil.java", "..\\evil.java", "/evil.java" })
    void anEntryThatLeadsOutIsRefused(String name) throws IOException {
        pack(name, new byte[1]);
        String message = assertThrows(SubmissionException.class, () -> Unzip.into(target, zip)).getMessage();
        assertTrue(message.endsWith("leads out of the zip; pack the folder anew"), message);
        assertFalse(Files.exists(target.resolveSibling("evil.java")));
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheDisk() throws Exception {
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("bomb.java"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 101; i++) {
                out.write(zeros);
            }
        }
        String message = assertThrows(SubmissionException.class, () -> Unzip.into(target, zip)).getMessage();
        assertTrue(message.contains("100 MB"), message);
        assertTrue(Files.size(target.resolve("bomb.java")) <= 100L << 20);
    }

    @Test
    void somethingElseThanAZipIsRefused() throws IOException {
        Files.writeString(zip, "not a zip");
        assertEquals(zip + ": not a zip file, or a broken one; name a folder or a zip of Java sources",
                assertThrows(SubmissionException.class, () -> Unzip.into(target, zip)).getMessage());
    }

    @Test
    void aZipThatIsCutOffIsRefused() throws IOException {
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        pack("A.java", noise);
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(whole, 2000));
        assertThrows(SubmissionException.class, () -> Unzip.into(target, zip));
    }

    private void pack(String name, byte[] content) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
    }
}
