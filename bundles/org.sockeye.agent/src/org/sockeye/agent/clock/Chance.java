package org.sockeye.agent.clock;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.misc.Unsafe;

/**
 * Unseeded random numbers come from the clock's first reading. Those of {@link ThreadLocalRandom} may have taken it before
 * the clock was simulated: then they start again, so that they repeat like the others.
 */
final class Chance {

    private static final long SEED = 0x50cce7e;

    private Chance() {
    }

    static void restart() {
        try {
            Unsafe unsafe = Unsafe.getUnsafe();
            if (unsafe.shouldBeInitialized(ThreadLocalRandom.class)) {
                return;
            }
            var seeder = ThreadLocalRandom.class.getDeclaredField("seeder");
            Object counter = unsafe.getReference(unsafe.staticFieldBase(seeder), unsafe.staticFieldOffset(seeder));
            ((AtomicLong) counter).set(SEED);
            long probe = unsafe.objectFieldOffset(Thread.class, "threadLocalRandomProbe");
            unsafe.putInt(Thread.currentThread(), probe, 0);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new LinkageError("this Java version draws random numbers in another way", e);
        }
    }
}
