package org.sockeye.cli.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** What another JVM needs to run a class of ours. */
final class OwnClassPath {

    private OwnClassPath() {
    }

    /** The command that starts this JVM. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where a class was loaded from. */
    static String of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no file", e);
        }
    }
}
