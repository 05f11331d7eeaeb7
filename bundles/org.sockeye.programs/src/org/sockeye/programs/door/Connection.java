package org.sockeye.programs.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** A connection that a program's agent has opened; frames travel on it, each behind its length. */
public final class Connection {

    /** No frame of an honest agent is longer. */
    private static final int LONGEST = 1 << 20;

    private final SocketChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(8192);
    private Consumer<ByteBuffer> receiver = body -> {
    };
    private Runnable closed = () -> {
    };
    private boolean detached;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** From now on, {@code frames} gets the frames' bodies, and {@code end} runs when the other side has gone. */
    public void receiver(Consumer<ByteBuffer> frames, Runnable end) {
        receiver = frames;
        closed = end;
    }

    /** Gives up reading: from now on the channel is the caller's. */
    public SocketChannel detach() {
        detached = true;
        return channel;
    }

    boolean isDetached() {
        return detached || !channel.isOpen();
    }

    /** Sends bytes, which the other side is sure to read soon. Does nothing if it has gone. */
    public void send(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            // Reading says so too, and tells whom it concerns.
        }
    }

    void read() {
        try {
            int count = channel.read(buffer);
            while (count > 0 && frames()) {
                count = channel.read(buffer);
            }
            if (count < 0) {
                end();
            }
        } catch (IOException e) {
            end();
        }
    }

    /** Hands on what is complete; false if there is no need to read on at once. */
    private boolean frames() {
        buffer.flip();
        while (!isDetached() && buffer.remaining() >= 4) {
            int length = buffer.getInt(buffer.position());
            if (length < 0 || length > LONGEST) {
                end();
                return false;
            }
            if (buffer.remaining() < 4 + length) {
                break;
            }
            ByteBuffer body = buffer.slice(buffer.position() + 4, length);
            buffer.position(buffer.position() + 4 + length);
            receiver.accept(body);
        }
        boolean partial = buffer.hasRemaining();
        buffer.compact();
        if (partial && buffer.position() >= 4 && buffer.getInt(0) + 4 > buffer.capacity()) {
            buffer = ByteBuffer.allocate(buffer.getInt(0) + 4).put(buffer.flip());
        }
        return partial && !isDetached();
    }

    private void end() {
        if (channel.isOpen()) {
            close();
            closed.run();
        }
    }

    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
