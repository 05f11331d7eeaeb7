package org.sockeye.programs.time;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** The memory shared with one process, from the network's side. */
public final class SharedMemory {

    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer buffer;

    private SharedMemory(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /**
     * Makes the file, which must not exist yet, and maps it.
     *
     * @param start the time of day at simulated time 0
     */
    public static SharedMemory create(Path file, Instant start) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, SharedLayout.SIZE)
                    .order(ByteOrder.nativeOrder());
            LONG.setVolatile(buffer, SharedLayout.EPOCH, start.toEpochMilli());
            return new SharedMemory(buffer);
        }
    }

    private long get(int offset) {
        return (long) LONG.getVolatile(buffer, offset);
    }

    void now(long time) {
        LONG.setVolatile(buffer, SharedLayout.NOW, time);
    }

    long done() {
        return get(SharedLayout.DONE);
    }

    long busy() {
        return get(SharedLayout.BUSY);
    }

    int slots() {
        return (int) get(SharedLayout.SLOTS_USED);
    }

    long sequence(int slot) {
        return get(SharedLayout.slot(slot) + SharedLayout.SEQUENCE);
    }

    boolean isWaiting(int slot) {
        return state(slot) == SharedLayout.LIVE && (sequence(slot) & 1) != 0;
    }

    long deadline(int slot) {
        return get(SharedLayout.slot(slot) + SharedLayout.DEADLINE);
    }

    Wait wait(int slot) {
        return Wait.values()[(int) get(SharedLayout.slot(slot) + SharedLayout.WAIT)];
    }

    long state(int slot) {
        return get(SharedLayout.slot(slot) + SharedLayout.STATE);
    }

    long nativeThread(int slot) {
        return get(SharedLayout.slot(slot) + SharedLayout.NATIVE_THREAD);
    }

    long javaThread(int slot) {
        return get(SharedLayout.slot(slot) + SharedLayout.JAVA_THREAD);
    }

    void free(int slot) {
        LONG.setVolatile(buffer, SharedLayout.slot(slot) + SharedLayout.STATE, SharedLayout.FREE);
    }
}
