package org.sockeye.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.format.CheckOutline;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.labs.grading.Grader;
import org.sockeye.labs.grading.GradingOptions;

class LabCatalogueTest {

    @TempDir
    Path folder;

    @Test
    void bothLabsShipAndCanBeRead() throws Exception {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            assertEquals(List.of("tcp-uppercase", "udp-uppercase"), catalogue.ids());
            assertEquals(List.of("Capitals over TCP", "Capitals over UDP"), catalogue.labs().stream().map(Lab::title)
                    .toList());
        }
    }

    @Test
    void anUnknownLabIsAnsweredWithThoseThereAre() throws Exception {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            assertEquals("there is no lab 'tcp'; there are tcp-uppercase, udp-uppercase",
                    assertThrows(LabException.class, () -> catalogue.find("tcp")).getMessage());
        }
    }

    @Test
    void theOutlineSaysTheSameAsTheCompiledChecks() throws Exception {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            for (Lab lab : catalogue.labs()) {
                try (Grader grader = Grader.open(lab, GradingOptions.standard())) {
                    assertEquals(
                            grader.checks().stream()
                                    .map(each -> new CheckOutline(each.id(), each.title(), each.points())).toList(),
                            lab.outline());
                }
            }
        }
    }

    @Test
    void theStarterIsCopiedBesideWhatIsThere() throws Exception {
        Files.writeString(folder.resolve("TCPServer.java"), "my own");
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            catalogue.copyStarter("tcp-uppercase", folder);
        }
        assertEquals("my own", Files.readString(folder.resolve("TCPServer.java")));
        assertTrue(Files.readString(folder.resolve("TCPClient.java")).contains("class TCPClient"));
    }

    @Test
    void labsInAJarAreUnpackedUntilTheyAreClosed() throws Exception {
        Path jar = folder.resolve("product.jar");
        pack(jar, "labs/one/lab.yaml");
        Path unpacked;
        try (ShippedFolder labs = ShippedFolder.find("labs", jar)) {
            unpacked = labs.path();
            assertTrue(Files.exists(unpacked.resolve("one/lab.yaml")));
        }
        assertFalse(Files.exists(unpacked));
    }

    @Test
    void aJarWithoutLabsIsABrokenInstallation() throws Exception {
        Path jar = folder.resolve("product.jar");
        pack(jar, "other/one/lab.yaml");
        assertEquals("no folder 'labs' in " + jar + "; install Sockeye anew",
                assertThrows(IOException.class, () -> ShippedFolder.find("labs", jar)).getMessage());
    }

    private static void pack(Path jar, String entry) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
        }
    }
}
