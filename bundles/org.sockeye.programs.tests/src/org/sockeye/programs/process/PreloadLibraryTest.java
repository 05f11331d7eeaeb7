package org.sockeye.programs.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreloadLibraryTest {

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    @Test
    void itIsFoundBesideTheAgentOrInABundleThere() throws IOException {
        Path agent = folder.resolve("plugins/org.sockeye.agent_1.jar");
        Files.createDirectories(agent.getParent());
        assertEquals(Optional.empty(), PreloadLibrary.near(agent));
        Path bundled = file("plugins/org.sockeye.preload_1/lib/libsockeye-preload.so");
        assertEquals(Optional.of(bundled), PreloadLibrary.near(agent));
        Path beside = file("plugins/libsockeye-preload.so");
        assertEquals(Optional.of(beside), PreloadLibrary.near(agent));
    }

    @Test
    void aPathThatTheVariableCannotHoldIsCopiedAway() throws IOException {
        Path plain = file("a/libsockeye-preload.so");
        assertEquals(plain, PreloadLibrary.usable(plain, folder.resolve("a")));
        Path spaced = file("with space/libsockeye-preload.so");
        Path run = Files.createDirectories(folder.resolve("run"));
        assertEquals(run.resolve("libsockeye-preload.so"), PreloadLibrary.usable(spaced, run));
        assertEquals(run.resolve("libsockeye-preload.so"), PreloadLibrary.usable(spaced, run));
    }

    @Test
    void whatAProgramIsGivenAlreadyIsKept() {
        Map<String, String> environment = PreloadLibrary.environment(Path.of("/lib.so"), Path.of("/pass"),
                Map.of("LD_PRELOAD", "other.so", "PYTHONHASHSEED", "random"));
        assertEquals("/lib.so:other.so", environment.get("LD_PRELOAD"));
        assertEquals("random", environment.get("PYTHONHASHSEED"));
        assertEquals("1", environment.get("PYTHONUNBUFFERED"));
    }
}
