package org.sockeye.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.JarFile;

/** Entry point of the agent: called by the virtual machine before the program's own {@code main}. */
public final class Premain {

    /** The process's exit status if it cannot be wrapped. */
    private static final int STATUS = 70;

    private Premain() {
    }

    /**
     * Puts the agent's classes where the Java library sees them, and begins. The process ends if that fails: a program
     * that is not wrapped must not run.
     *
     * @param arguments the file that says where the network is and proves that this process may join it; and more, as
     *            {@link Start} says
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        try {
            File jar = new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            JarFile agent = new JarFile(jar);
            instrumentation.appendToBootstrapClassLoaderSearch(agent);
            Start.start(arguments, instrumentation, agent);
        } catch (Exception | LinkageError e) {
            Throwable why = e instanceof InvocationTargetException ? e.getCause() : e;
            System.err.println("sockeye: this program cannot join its network (" + why + ")");
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
