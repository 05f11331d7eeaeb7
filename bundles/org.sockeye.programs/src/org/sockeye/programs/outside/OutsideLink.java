package org.sockeye.programs.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.sockeye.stack.link.Outside;

/**
 * Carries an outside device's frames in UDP datagrams between two ports of this machine's loopback interface: one raw
 * Ethernet frame a datagram, without FCS, as the UDP links of QEMU ("-netdev dgram") and GNS3 do.
 */
public final class OutsideLink implements Entrance {

    /** Larger than any frame: a datagram's payload. */
    private static final int LARGEST = 65507;
    /** Frames of a burst that comes while the network is busy wait in the operating system. */
    private static final int BUFFER = 4 << 20;

    private final Outside end;
    private final DatagramChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private final Queue<byte[]> arrived = new ArrayDeque<>();

    /**
     * Begins to carry.
     *
     * @param end the device
     * @param localPort where the other side sends to
     * @param remotePort where it receives
     * @throws IOException if the local port is in use
     */
    public OutsideLink(Outside end, int localPort, int remotePort) throws IOException {
        this.end = end;
        channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), localPort));
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), remotePort));
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot use UDP port " + localPort + " of this machine for " + end.name() + " ("
                    + e.getMessage() + "); choose another one", e);
        }
        end.carry(this::send);
    }

    /** To be waited on for something to arrive. */
    public DatagramChannel channel() {
        return channel;
    }

    /** Takes in what has arrived; it enters the network with {@link #deliver()}. */
    public void read() {
        try {
            while (channel.read(buffer.clear()) > 0) {
                byte[] frame = new byte[buffer.flip().remaining()];
                buffer.get(frame);
                arrived.add(frame);
            }
        } catch (IOException e) {
            // Nobody receives at the other port yet, or any more; an Ethernet does not mind.
        }
    }

    @Override
    public boolean hasArrived() {
        return !arrived.isEmpty();
    }

    @Override
    public void deliver() {
        for (byte[] frame = arrived.poll(); frame != null; frame = arrived.poll()) {
            end.enters(frame);
        }
    }

    private void send(byte[] frame) {
        try {
            channel.write(ByteBuffer.wrap(frame));
        } catch (IOException e) {
            // As above: the frame is lost, as on any cable that is not plugged in.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
