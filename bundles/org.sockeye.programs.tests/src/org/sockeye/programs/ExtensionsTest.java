package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.topology.Extension;
import org.sockeye.stack.topology.HostOptions;
import org.sockeye.stack.topology.Topology;

class ExtensionsTest {

    private static final String SOURCE = """
            public class Mine implements org.sockeye.stack.topology.Extension {
                public org.sockeye.stack.topology.Layers extend(org.sockeye.stack.topology.Layers layers) {
                    return layers.withTransport("mine", (network, settings, environment) -> {
                        throw new IllegalStateException("mine was asked for at " + environment.device());
                    });
                }
            }
            """;

    private static void compile(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Mine.java"), SOURCE);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp",
                System.getProperty("java.class.path"), "-d", folder.toString(), source.toString()));
    }

    private static void name(Path folder, String extension) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Extension.class.getName()), extension + "\n");
    }

    @Test
    void aHostIsMadeOfWhatAnExtensionOffers(@TempDir Path folder) throws Exception {
        compile(folder);
        name(folder, "Mine");
        Topology topology = Topology.builder("pair").host("a", HostOptions.USUAL.withTransport("mine")).host("b")
                .link("a", "b").build().withLayers(Extensions.load(List.of(folder)));
        assertEquals("mine was asked for at a", assertThrows(IllegalStateException.class,
                () -> Run.open(RunOptions.on(topology))).getMessage());
    }

    @Test
    void whatCannotBeUsedIsNamed(@TempDir Path folder) throws Exception {
        assertEquals("no extension in [" + folder
                + "]; name the class in META-INF/services/org.sockeye.stack.topology.Extension there",
                assertThrows(ExtensionException.class, () -> Extensions.load(List.of(folder))).getMessage());
        Path nowhere = folder.resolve("nowhere");
        assertEquals("there is no " + nowhere + "; name a folder of classes or an archive",
                assertThrows(ExtensionException.class, () -> Extensions.load(List.of(nowhere))).getMessage());
        name(folder, "Missing");
        assertEquals("cannot use an extension: org.sockeye.stack.topology.Extension: Provider Missing not found",
                assertThrows(ExtensionException.class, () -> Extensions.load(List.of(folder))).getMessage());
    }
}
