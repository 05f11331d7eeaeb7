package org.sockeye.labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabReaderTest {

    private static final String GOOD = """
            title: A title
            summary: One sentence.
            localhost: server
            programs:
              server: { class: Server, host: server }
              client:
                class: Client
                host: client
            limits:
              real: 5 s
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        for (String name : List.of("starter", "checks", "solution")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("README.md"), "# A lab\n");
    }

    @Test
    void aLabIsReadWithItsDefaults() throws Exception {
        Lab lab = read(GOOD);
        assertEquals("A title", lab.title());
        assertEquals("path", lab.topology());
        assertEquals(Optional.of("server"), lab.localhost());
        assertEquals(List.of(new Role("server", "Server", "server"), new Role("client", "Client", "client")), lab
                .roles());
        assertEquals(new Limits(Limits.DEFAULT.simulated(), Duration.ofSeconds(5)), lab.limits());
        assertEquals(folder.getFileName().toString(), lab.id());
    }

    @Test
    void aMissingKeyIsNamed() {
        assertFault(GOOD.replace("title: A title\n", ""), "lab.yaml:1: 'title' is missing; add  title: …");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() {
        assertFault(GOOD.replace("localhost:", "localhots:"),
                "lab.yaml:3: 'localhots' means nothing here; known are title, summary, topology, localhost, programs, limits");
    }

    @Test
    void aProgramWithoutItsHostIsNamedWithItsLine() {
        assertFault(GOOD.replace("    host: client\n", ""), "lab.yaml:7: 'host' is missing; add  host: …");
    }

    @Test
    void aProgramThatIsOnlyANameIsExplained() {
        assertFault(GOOD.replace("{ class: Server, host: server }", "Server"),
                "lab.yaml:5: 'server' must hold keys of its own; "
                        + "write it like  server: { class: TCPServer, host: server }");
    }

    @Test
    void aDurationWithoutAUnitIsExplained() {
        assertFault(GOOD.replace("5 s", "5"),
                "lab.yaml:10: '5' is not a duration; write a number and ms, s or min, like 20 s");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        LabException fault = assertThrows(LabException.class, () -> read(GOOD.replace("server }", "server")));
        assertEquals(true, fault.getMessage().startsWith(folder.resolve("lab.yaml") + ":6: not valid YAML:"), fault
                .getMessage());
        assertEquals(1, fault.getMessage().lines().count());
    }

    @Test
    void anEmptyFileIsExplained() {
        assertFault("", "lab.yaml:1: no keys in it; start with  title: …");
    }

    @Test
    void aKeyThatIsThereTwiceIsNamed() {
        assertFault(GOOD + "title: Another\n", "lab.yaml:11: 'title' is there twice; keep one of them");
    }

    @Test
    void bytesThatAreNoTextAreExplained() throws IOException {
        Files.write(folder.resolve("lab.yaml"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
        assertEquals(folder.resolve("lab.yaml") + ": not a YAML file in UTF-8; write it anew as text",
                assertThrows(LabException.class, () -> Lab.read(folder)).getMessage());
    }

    @Test
    void aFolderWithoutSolutionIsNoLab() throws IOException {
        Files.delete(folder.resolve("solution"));
        assertFault(GOOD, ": solution is missing; every lab has README.md, starter, checks and solution");
    }

    @Test
    void aFolderWithoutLabFileIsNoLab() {
        assertEquals(folder
                + ": no lab.yaml in it; name a folder that holds a lab, or a lab that `sockeye labs list` lists",
                assertThrows(LabException.class, () -> Lab.read(folder)).getMessage());
    }

    @Test
    void theReferenceSolutionComesFirstAndMutantsAreNotSolutions() throws Exception {
        for (String name : List.of("solution-b", "solution-a", "mutants/solution-c")) {
            Files.createDirectories(folder.resolve(name));
        }
        assertEquals(List.of("solution", "solution-a", "solution-b"),
                read(GOOD).solutions().stream().map(path -> path.getFileName().toString()).toList());
    }

    private Lab read(String yaml) throws LabException, IOException {
        Files.writeString(folder.resolve("lab.yaml"), yaml);
        return Lab.read(folder);
    }

    private void assertFault(String yaml, String ending) {
        String message = assertThrows(LabException.class, () -> read(yaml)).getMessage();
        assertEquals(folder + (ending.startsWith(":") ? "" : "/") + ending, message);
    }
}
