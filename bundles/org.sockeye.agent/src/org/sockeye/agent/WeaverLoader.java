package org.sockeye.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Loads {@code org.sockeye.agent.transform} and the ASM that lies in the agent's jar, apart from all other classes: the
 * program may bring an ASM of its own.
 */
final class WeaverLoader extends ClassLoader {

    private static final String OWN = "org.sockeye.agent.transform.";

    private final JarFile agent;
    private final Map<String, byte[]> asm = new HashMap<>();

    WeaverLoader(JarFile agent) throws IOException {
        super(null);
        this.agent = agent;
        ZipEntry nested = agent.getEntry("lib/asm.jar");
        if (nested == null) {
            throw new IOException("the agent's jar lacks lib/asm.jar");
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(nested)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("org/objectweb/asm/") && entry.getName().endsWith(".class")) {
                    asm.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = agent.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        byte[] bytes = asm.remove(file);
        try {
            if (bytes == null && name.startsWith(OWN)) {
                bytes = bytes(agent.getEntry(file));
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
