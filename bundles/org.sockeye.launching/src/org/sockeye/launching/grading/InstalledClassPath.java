package org.sockeye.launching.grading;

import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.sockeye.launching.Messages;

/** The jars of an installed bundle and of all that it needs, for a plain JVM. */
final class InstalledClassPath {

    private InstalledClassPath() {
    }

    /**
     * @param symbolicName the bundle that holds the main class
     * @throws CoreException if it is not installed
     */
    static String of(String symbolicName) throws CoreException {
        Bundle root = Platform.getBundle(symbolicName);
        if (root == null) {
            throw new CoreException(Status.error(NLS.bind(Messages.notInstalled, symbolicName)));
        }
        List<String> entries = new ArrayList<>();
        for (Bundle bundle : withRequirements(root)) {
            FileLocator.getBundleFileLocation(bundle).ifPresent(file -> entries.addAll(classes(file)));
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Set<Bundle> withRequirements(Bundle root) {
        Set<Bundle> found = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Bundle bundle = open.poll();
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (bundle.getBundleId() == 0 || wiring == null || !found.add(bundle)) {
                continue;
            }
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                open.add(wire.getProviderWiring().getBundle());
            }
            for (BundleWire wire : wiring.getProvidedWires("osgi.wiring.host")) {
                open.add(wire.getRequirerWiring().getBundle());
            }
        }
        return found;
    }

    /** A jar as it is; of a bundle run from its project, the folder that its classes are compiled to. */
    private static List<String> classes(File location) {
        if (location.isFile()) {
            return List.of(location.getPath());
        }
        List<String> folders = new ArrayList<>();
        for (String output : List.of("target/classes", "bin", ".")) {
            File folder = new File(location, output);
            if (folder.isDirectory()) {
                folders.add(folder.getPath());
                break;
            }
        }
        return folders;
    }
}
