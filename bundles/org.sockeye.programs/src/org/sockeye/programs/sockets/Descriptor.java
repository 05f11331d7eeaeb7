package org.sockeye.programs.sockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.sockeye.agent.protocol.Reply;

/**
 * The network's end of the descriptor that a program holds for a simulated socket. One byte in it, the token, makes the
 * program's end readable; what fills the program's send buffer, the plug, makes it unwritable.
 */
final class Descriptor {

    private final SocketChannel channel;
    private final Runnable stimulated;
    private boolean token;
    private boolean plug;

    /** @param stimulated is run whenever the program's end changes so that the program may go on */
    Descriptor(SocketChannel channel, Runnable stimulated) {
        this.channel = channel;
        this.stimulated = stimulated;
    }

    /** Shows the program what the socket is like now, unless a reply is under way that will. */
    void show(boolean readable, boolean writable) {
        // In this order: who waits for a connection that fails looks for room to write first.
        if (writable && plug) {
            plug = false;
            transfer(ByteBuffer.allocate(Reply.PLUG_SIZE), false);
        }
        if (readable && !token) {
            token = true;
            transfer(ByteBuffer.allocate(1), true);
        }
    }

    /** Adds to a reply what makes the program's end agree with what the socket is like now. */
    Reply adjust(Reply reply, boolean readable, boolean writable) {
        Reply adjusted = reply;
        if (!readable && token) {
            token = false;
            adjusted = adjusted.with(Reply.TAKE_TOKEN);
        }
        if (!writable && !plug) {
            plug = true;
            adjusted = adjusted.with(Reply.PLUG);
        }
        return adjusted;
    }

    private void transfer(ByteBuffer bytes, boolean write) {
        stimulated.run();
        try {
            // Neither blocks for long: the token always fits, the plug is there or on its way.
            while (bytes.hasRemaining()) {
                int count = write ? channel.write(bytes) : channel.read(bytes);
                if (count < 0) {
                    return;
                }
                if (count == 0) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            // The program has gone; its control connection says so.
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }
}
