package org.sockeye.agent.door;

import jdk.internal.misc.Unsafe;

/** Memory outside the heap, where natives read and write. */
public final class NativeMemory {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    /** From the class whose constant has the same type in all Java versions. */
    @SuppressWarnings("removal")
    private static final long ARRAY_BASE = sun.misc.Unsafe.ARRAY_BYTE_BASE_OFFSET;

    private NativeMemory() {
    }

    public static long allocate(int length) {
        return UNSAFE.allocateMemory(Math.max(1, length));
    }

    public static void free(long address) {
        UNSAFE.freeMemory(address);
    }

    /** Copies {@code length} bytes of the array, from {@code offset} on, to an address. */
    public static void put(byte[] from, int offset, long address, int length) {
        UNSAFE.copyMemory(from, ARRAY_BASE + offset, null, address, length);
    }

    /** Copies {@code length} bytes at an address into the array, from {@code offset} on. */
    public static void get(long address, byte[] into, int offset, int length) {
        UNSAFE.copyMemory(null, address, into, ARRAY_BASE + offset, length);
    }
}
