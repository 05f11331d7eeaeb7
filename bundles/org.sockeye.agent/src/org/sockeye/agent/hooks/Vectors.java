package org.sockeye.agent.hooks;

import java.io.IOException;
import jdk.internal.misc.Unsafe;
import org.sockeye.agent.protocol.Call;

/** Transfers of several buffers in one call, described by {@code struct iovec}s. */
final class Vectors {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final int SIZE = 16;

    /** A transfer between one piece of memory and a socket. */
    interface Transfer {
        int run(long address, int length) throws IOException;
    }

    private Vectors() {
    }

    static long read(long vectors, int count, Transfer transfer) throws IOException {
        int length = length(vectors, count);
        return through(length, (address, size) -> {
            int got = transfer.run(address, size);
            if (got > 0) {
                copy(vectors, address, got, true);
            }
            return got;
        });
    }

    static long write(long vectors, int count, Transfer transfer) throws IOException {
        int length = length(vectors, count);
        return through(length, (address, size) -> {
            copy(vectors, address, size, false);
            return transfer.run(address, size);
        });
    }

    private static int through(int length, Transfer transfer) throws IOException {
        long memory = UNSAFE.allocateMemory(Math.max(1, length));
        try {
            return transfer.run(memory, length);
        } finally {
            UNSAFE.freeMemory(memory);
        }
    }

    private static int length(long vectors, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += UNSAFE.getLong(vectors + i * SIZE + 8);
        }
        return (int) Math.min(sum, Call.LARGEST);
    }

    private static void copy(long vectors, long memory, int length, boolean into) {
        int done = 0;
        for (int i = 0; done < length; i++) {
            long base = UNSAFE.getLong(vectors + i * SIZE);
            int part = (int) Math.min(UNSAFE.getLong(vectors + i * SIZE + 8), length - done);
            if (into) {
                UNSAFE.copyMemory(memory + done, base, part);
            } else {
                UNSAFE.copyMemory(base, memory + done, part);
            }
            done += part;
        }
    }
}
