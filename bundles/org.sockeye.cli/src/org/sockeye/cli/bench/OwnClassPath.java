package org.sockeye.cli.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a class of ours was loaded from, so that another JVM can run it. */
final class OwnClassPath {

    private OwnClassPath() {
    }

    static String of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no file", e);
        }
    }
}
