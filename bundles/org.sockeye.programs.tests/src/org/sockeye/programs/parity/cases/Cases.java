package org.sockeye.programs.parity.cases;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Runs all cases, on whatever machine the virtual machine finds itself, and prints what they observed. Each is a static method
 * that takes a {@link Report}; it meets nobody but itself, by loopback.
 */
public final class Cases {

    private static final List<Class<?>> AREAS = List.of(Streams.class, Closing.class, Refusals.class, TimeLimits.class,
            Options.class, Buffers.class, UrgentData.class, Datagrams.class, Groups.class, StreamChannels.class,
            DatagramChannels.class, Selectors.class, Asynchronous.class, Files.class, Names.class, Interfaces.class,
            Ipv6.class, Threads.class, Web.class, Encryption.class);
    private static final long PATIENCE = 15_000;

    private Cases() {
    }

    /** With arguments, runs only cases whose names contain one of them. */
    public static void main(String[] wanted) throws InterruptedException {
        Encryption.allowEverything();
        PrintStream out = System.out;
        for (Class<?> area : AREAS) {
            for (Method method : cases(area)) {
                String name = area.getSimpleName() + "." + method.getName();
                if (wanted.length == 0 || Arrays.stream(wanted).anyMatch(name::contains)) {
                    run(name, method, out);
                }
            }
        }
        System.exit(0);
    }

    private static List<Method> cases(Class<?> area) {
        return Arrays.stream(area.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] { Report.class }))
                .sorted(Comparator.comparing(Method::getName)).toList();
    }

    private static void run(String name, Method method, PrintStream out) throws InterruptedException {
        out.println(name);
        Report report = new Report(out);
        Thread thread = new Thread(() -> {
            try {
                method.invoke(null, report);
            } catch (InvocationTargetException e) {
                report.say("thrown", Report.text(e.getCause()));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }, "case");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE);
        if (thread.isAlive()) {
            report.say("stuck", Arrays.toString(thread.getStackTrace()));
        }
        report.close();
    }
}
