package org.sockeye.programs.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockeye.agent.protocol.Hello;

/** Where the agent's jar is. */
public final class AgentJar {

    private AgentJar() {
    }

    /**
     * The jar that the agent's classes come from, or the one that the system property {@code sockeye.agent} names.
     *
     * @throws IOException if there is none; one line, with the remedy
     */
    public static Path find() throws IOException {
        String named = System.getProperty("sockeye.agent");
        Path jar = named == null ? codeSource() : Path.of(named);
        if (!Files.isRegularFile(jar)) {
            throw new IOException("the agent is no jar at " + jar + "; name it with -Dsockeye.agent=JAR");
        }
        return jar.toAbsolutePath();
    }

    private static Path codeSource() throws IOException {
        try {
            URL location = Hello.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("the agent's jar cannot be found; name it with -Dsockeye.agent=JAR", e);
        }
    }
}
