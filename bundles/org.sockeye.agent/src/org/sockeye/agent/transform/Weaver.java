package org.sockeye.agent.transform;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/** Rewrites every class that is loaded, where there is something to rewrite. If it cannot, the process ends. */
public final class Weaver implements ClassFileTransformer {

    /** The process's exit status if it cannot be wrapped. */
    private static final int STATUS = 70;
    /** What may be loaded already and has calls to rewrite. Leaving the rest alone saves a third of the start-up. */
    private static final List<String> RETRANSFORMED = List.of("java.lang.Thread", "java.lang.VirtualThread",
            "java.util.Timer", "java.util.Random", "java.util.Date", "java.time.Clock",
            "java.util.concurrent.locks.LockSupport", "java.util.concurrent.locks.AbstractQueued",
            "java.util.concurrent.ForkJoin", "java.util.concurrent.ThreadLocalRandom", "java.util.concurrent.TimeUnit",
            "java.util.concurrent.CompletableFuture", "java.util.concurrent.FutureTask",
            "java.util.concurrent.SynchronousQueue", "java.util.concurrent.LinkedTransferQueue",
            "java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ScheduledThreadPoolExecutor");

    /**
     * Begins to rewrite, first of all what is loaded already. Called by name.
     *
     * @throws Exception if this Java version is not as the agent knows it
     */
    public static void weave(Instrumentation instrumentation) throws Exception {
        Platform.HERE.check();
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> loadedClass : instrumentation.getAllLoadedClasses()) {
            String name = loadedClass.getName().replace('.', '/');
            if (Wrapped.of(name) != null || Original.isOwner(name)) {
                throw new Unwoven(loadedClass.getName() + " is in use before the agent");
            }
            if (mustRetransform(loadedClass) && instrumentation.isModifiableClass(loadedClass)) {
                loaded.add(loadedClass);
            }
        }
        Weaver weaver = new Weaver();
        instrumentation.addTransformer(weaver, true);
        instrumentation.setNativeMethodPrefix(weaver, NativeWrapper.PREFIX);
        instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    }

    private static boolean mustRetransform(Class<?> loaded) {
        String name = loaded.getName();
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name : name.substring(0, nested);
        for (String prefix : RETRANSFORMED) {
            if (outer.startsWith(prefix) && (!prefix.equals("java.lang.Thread") || name.equals(prefix))) {
                return !loaded.isInterface();
            }
        }
        return false;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || name.startsWith("org/sockeye/agent/") && !name.equals(OriginalsFiller.TARGET)) {
            return null;
        }
        try {
            return transform(loader, name, bytes);
        } catch (RuntimeException | LinkageError e) {
            System.err.println("sockeye: cannot wrap " + name.replace('/', '.') + " on Java "
                    + Runtime.version() + " (" + e.getMessage() + "); use JDK 17 to 25");
            Runtime.getRuntime().halt(STATUS);
            return null;
        }
    }

    private static byte[] transform(ClassLoader loader, String name, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        boolean filled = name.equals(OriginalsFiller.TARGET);
        boolean opened = loader == null
                && (Wrapped.of(name) != null || Original.isOwner(name) || Guarded.OWNERS.contains(name));
        boolean starts = loader == null && ProcessStarts.OWNERS.contains(name);
        if (!filled && !opened && !starts && !CallSites.mayBeIn(bytes, reader)) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        ClassVisitor visitor = writer;
        if (filled) {
            visitor = new OriginalsFiller(visitor);
        } else if (opened) {
            visitor = new NativeWrapper(visitor, Wrapped.of(name));
        } else if (starts) {
            visitor = new ProcessStarts(visitor);
        }
        reader.accept(filled ? visitor : new CallSites(visitor, new Ancestry(loader, reader)), 0);
        return writer.toByteArray();
    }
}
