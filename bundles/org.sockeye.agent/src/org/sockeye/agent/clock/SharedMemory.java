package org.sockeye.agent.clock;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import jdk.internal.misc.Unsafe;
import org.sockeye.agent.protocol.SharedLayout;
import sun.nio.ch.DirectBuffer;

/** The memory that this process shares with the network. */
public final class SharedMemory {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** Held because the memory goes with it. */
    @SuppressWarnings("unused")
    private final MappedByteBuffer buffer;
    private final long address;

    private SharedMemory(MappedByteBuffer buffer) {
        this.buffer = buffer;
        address = ((DirectBuffer) buffer).address();
    }

    public static SharedMemory map(String file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file, "rw")) {
            return new SharedMemory(opened.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, SharedLayout.SIZE));
        }
    }

    public long get(int offset) {
        return UNSAFE.getLongVolatile(null, address + offset);
    }

    public void put(int offset, long value) {
        UNSAFE.putLongVolatile(null, address + offset, value);
    }
}
