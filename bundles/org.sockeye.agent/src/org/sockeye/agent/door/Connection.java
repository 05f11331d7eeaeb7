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
    /** A frame's length, which stands before it. */
    private static final int HEAD = 4;

    private final FileDescriptor descriptor;
    private final long buffer;

    Connection(FileDescriptor descriptor) {
        this.descriptor = descriptor;
        buffer = NativeMemory.allocate(BUFFER);
    }

    /** Sends a frame and waits for the reply to it; what follows the reply stays there. */
    Reply exchange(byte[] frame) throws IOException {
        write(frame);
        int length = ByteBuffer.wrap(read(HEAD)).getInt();
        return Reply.decode(ByteBuffer.wrap(read(length)));
    }

    /** The same where nothing but replies comes: as a rule one read takes all of one. */
    Reply call(byte[] frame) throws IOException {
        write(frame);
        int got = fill(HEAD);
        byte[] head = new byte[HEAD];
        NativeMemory.get(buffer, head, 0, HEAD);
        byte[] body = new byte[ByteBuffer.wrap(head).getInt()];
        int done = got - HEAD;
        NativeMemory.get(buffer + HEAD, body, 0, done);
        System.arraycopy(read(body.length - done), 0, body, done, body.length - done);
        return Reply.decode(ByteBuffer.wrap(body));
    }

    /** Reads what there is into the buffer, until it holds as many bytes as are {@code wanted}; how many it holds. */
    private int fill(int wanted) throws IOException {
        int got = 0;
        while (got < wanted) {
            int count = Natives.read(descriptor, buffer + got, BUFFER - got);
            if (count == Natives.END) {
                throw new IOException("the network has gone");
            }
            got += Math.max(0, count);
        }
        return got;
    }

    /** {@link #exchange}, for a connection that is used for nothing else by this object. */
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
