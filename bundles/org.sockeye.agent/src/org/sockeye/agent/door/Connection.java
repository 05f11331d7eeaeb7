package org.sockeye.agent.door;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Reply;

/**
 * A local connection to the network. It uses the library's own natives, not its channels: those close when a thread
 * that is interrupted uses them.
 */
final class Connection {

    private static final int BUFFER = 64 * 1024;

    private final FileDescriptor descriptor;
    private final long buffer;

    Connection(FileDescriptor descriptor) {
        this.descriptor = descriptor;
        buffer = NativeMemory.allocate(BUFFER);
    }

    /** Sends a frame and waits for the reply to it. */
    Reply exchange(byte[] frame) throws IOException {
        write(frame);
        int length = ByteBuffer.wrap(read(4)).getInt();
        return Reply.decode(ByteBuffer.wrap(read(length)));
    }

    /** The same, for a connection that is used for nothing else. */
    Reply exchangeOnce(byte[] frame) throws IOException {
        try {
            return exchange(frame);
        } finally {
            NativeMemory.free(buffer);
        }
    }

    void write(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            int part = Math.min(BUFFER, bytes.length - done);
            NativeMemory.put(bytes, done, buffer, part);
            int written = Natives.write(descriptor, buffer, part);
            done += Math.max(0, written);
        }
    }

    /**
     * Reads exactly so many bytes, waiting for them.
     *
     * @throws IOException at the end of the connection
     */
    byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            int count = Natives.read(descriptor, buffer, Math.min(BUFFER, length - done));
            if (count == Natives.END) {
                throw new IOException("the network has gone");
            }
            if (count > 0) {
                NativeMemory.get(buffer, bytes, done, count);
                done += count;
            }
        }
        return bytes;
    }
}
