package org.sockeye.labs.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.Limits;
import org.sockeye.labs.format.Role;
import org.sockeye.labs.report.CheckResult;

class MemoryTest {

    private static final CheckDefinition CHECK = new CheckDefinition("check", "Check", 1, List.of(), List.of(), "id");
    private static final CheckResult RESULT = CheckRunner.skipped(CHECK, "whatever");

    @TempDir
    Path classes;

    @Test
    void aCheckIsKnownByTheProgramsThatItStarted() {
        Memory memory = new Memory();
        memory.remember(CHECK, Set.of("server"), Map.of("server", "s1", "client", "c1"), RESULT);
        assertEquals(Optional.of(RESULT), memory.recall(CHECK, Map.of("server", "s1", "client", "c2")));
        assertEquals(Optional.empty(), memory.recall(CHECK, Map.of("server", "s2", "client", "c1")));
    }

    @Test
    void anotherClientLeavesTheServersDigestAlone() throws IOException {
        Map<String, String> first = digests("server", "helper", "client");
        Map<String, String> second = digests("server", "helper", "other client");
        assertEquals(first.get("server"), second.get("server"));
        assertNotEquals(first.get("client"), second.get("client"));
    }

    @Test
    void anotherHelperChangesBoth() throws IOException {
        Map<String, String> first = digests("server", "helper", "client");
        Map<String, String> second = digests("server", "other helper", "client");
        assertNotEquals(first.get("server"), second.get("server"));
        assertNotEquals(first.get("client"), second.get("client"));
    }

    @Test
    void aServerThatUsesTheClientsClassDependsOnIt() throws IOException {
        Map<String, String> first = digests("server uses Client", "helper", "client");
        Map<String, String> second = digests("server uses Client", "helper", "other client");
        assertNotEquals(first.get("server"), second.get("server"));
    }

    private Map<String, String> digests(String server, String helper, String client) throws IOException {
        Files.writeString(classes.resolve("Server.class"), server);
        Files.writeString(classes.resolve("Server$1.class"), "inner");
        Files.writeString(classes.resolve("Helper.class"), helper);
        Files.writeString(classes.resolve("Client.class"), client);
        Lab lab = new Lab("lab", classes, "", "", "path", Optional.empty(),
                List.of(new Role("server", "Server", "server"), new Role("client", "Client", "client")),
                Limits.DEFAULT);
        return ProgramDigests.of(lab, classes);
    }
}
