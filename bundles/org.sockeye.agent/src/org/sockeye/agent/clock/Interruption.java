package org.sockeye.agent.clock;

import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;

/** Interrupts a thread as {@link Thread#interrupt} does, also one whose class has an {@code interrupt} of its own. */
final class Interruption {

    private Interruption() {
    }

    static void of(Thread thread) {
        try {
            if (thread.getClass().getMethod("interrupt").getDeclaringClass() == Thread.class) {
                thread.interrupt();
                return;
            }
            Unsafe unsafe = Unsafe.getUnsafe();
            unsafe.putBooleanVolatile(thread, unsafe.objectFieldOffset(Thread.class, "interrupted"), true);
            Method interrupt0 = Thread.class.getDeclaredMethod("interrupt0");
            interrupt0.setAccessible(true);
            interrupt0.invoke(thread);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this Java version interrupts threads in another way", e);
        }
    }
}
