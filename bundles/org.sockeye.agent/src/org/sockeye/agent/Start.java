package org.sockeye.agent;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import jdk.internal.misc.VM;
import org.sockeye.agent.door.Control;
import org.sockeye.agent.door.Door;
import org.sockeye.agent.hooks.LineInput;
import org.sockeye.agent.hooks.PipedInput;
import org.sockeye.agent.hooks.ProcessHooks;
import org.sockeye.agent.hooks.Simulation;
import org.sockeye.agent.hooks.TypedInput;

/** Joins a program to its network, step by step. This class is the bootstrap loader's, as all below it. */
public final class Start {

    private static final Set<String> PACKAGES = Set.of("sun.nio.ch", "sun.net", "jdk.internal.misc",
            "jdk.internal.access");

    private static final String PIPED = "," + ProcessHooks.PIPED;
    private static final String INHERITED = "," + ProcessHooks.INHERITED;

    private Start() {
    }

    public static void start(String arguments, Instrumentation instrumentation, JarFile agent) throws Exception {
        if (Start.class.getClassLoader() != null) {
            throw new IllegalStateException("the agent's classes are on the program's class path twice");
        }
        // Java 17 must not go round the natives that are wrapped.
        System.clearProperty("jdk.net.usePlainSocketImpl");
        System.clearProperty("jdk.net.usePlainDatagramSocketImpl");
        letIn(instrumentation);
        new WeaverLoader(agent).loadClass("org.sockeye.agent.transform.Weaver")
                .getMethod("weave", Instrumentation.class).invoke(null, instrumentation);
        join(arguments, agent);
    }

    /** Lets the library's classes call the agent's, and the agent's the library's. */
    private static void letIn(Instrumentation instrumentation) {
        Module base = Object.class.getModule();
        Set<Module> ours = Set.of(Start.class.getModule());
        Map<String, Set<Module>> exports = new java.util.HashMap<>();
        for (String name : PACKAGES) {
            exports.put(name, ours);
        }
        Map<String, Set<Module>> opens = Map.of("java.lang", ours, "java.net", ours);
        instrumentation.redefineModule(base, ours, exports, opens, Set.of(), Map.of());
    }

    /** @param arguments the pass; behind a comma what standard input is, if another program has started this one */
    private static void join(String arguments, JarFile agent) throws IOException, InterruptedException {
        int comma = arguments.endsWith(PIPED) || arguments.endsWith(INHERITED) ? arguments.lastIndexOf(',') : -1;
        Path pass = Path.of(comma < 0 ? arguments : arguments.substring(0, comma));
        List<String> lines = Files.readAllLines(pass);
        Door door = new Door(pass.resolveSibling("door").toString(), lines.get(0));
        Simulation.start(door);
        ProcessHooks.start(agent.getName(), pass);
        Control control = Control.join(door, isDebugged());
        if (comma >= 0) {
            ProcessHooks.joined();
        }
        if (arguments.endsWith(PIPED)) {
            System.setIn(new BufferedInputStream(new PipedInput(new FileInputStream(FileDescriptor.in))));
        } else if (lines.get(1).equals("lines")) {
            System.setIn(new BufferedInputStream(new LineInput()));
        } else {
            System.setIn(new BufferedInputStream(new TypedInput(new FileInputStream(FileDescriptor.in))));
        }
        control.awaitGo();
    }

    private static boolean isDebugged() {
        for (String argument : VM.getRuntimeArguments()) {
            if (argument.contains("jdwp")) {
                return true;
            }
        }
        return false;
    }
}
