package org.sockeye.programs;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sockeye.stack.topology.Extension;
import org.sockeye.stack.topology.Layers;

/** Finds what others add to the stack. Their code runs in this process: trust them as you trust this. */
public final class Extensions {

    private Extensions() {
    }

    /**
     * Our own layers, and those that the extensions in {@code classPath} offer.
     *
     * @param classPath folders of classes and archives, each with one extension at least
     * @throws ExtensionException if a path leads nowhere, offers nothing, or an extension cannot be used
     */
    public static Layers load(List<Path> classPath) throws ExtensionException {
        Layers layers = Layers.standard();
        if (classPath.isEmpty()) {
            return layers;
        }
        // Stays open: an extension's classes may be loaded at any time of the run.
        ClassLoader loader = new URLClassLoader(urls(classPath), Extension.class.getClassLoader());
        boolean any = false;
        try {
            for (Extension extension : ServiceLoader.load(Extension.class, loader)) {
                layers = extension.extend(layers);
                any = true;
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ExtensionException("cannot use an extension: " + e.getMessage());
        }
        if (!any) {
            throw new ExtensionException("no extension in " + classPath + "; name the class in META-INF/services/"
                    + Extension.class.getName() + " there");
        }
        return layers;
    }

    private static URL[] urls(List<Path> classPath) throws ExtensionException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            if (!Files.exists(path)) {
                throw new ExtensionException("there is no " + path + "; name a folder of classes or an archive");
            }
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new ExtensionException(path + " cannot be loaded from: " + e.getMessage());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
