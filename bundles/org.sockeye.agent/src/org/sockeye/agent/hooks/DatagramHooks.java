package org.sockeye.agent.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import jdk.internal.misc.Unsafe;
import org.sockeye.agent.door.NativeMemory;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Texts;

/** The natives of {@code sun.nio.ch.DatagramChannelImpl} and {@code sun.nio.ch.DatagramDispatcher}. */
public final class DatagramHooks {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    /** Address and port before the payload. */
    private static final int HEAD = 6;
    /** Of {@code struct sockaddr_in}. */
    private static final int FAMILY = 0;
    private static final int PORT = 2;
    private static final int ADDRESS = 4;
    private static final short AF_INET = 2;

    private DatagramHooks() {
    }

    private static SimulatedSocket simulated(FileDescriptor fd) throws SocketException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            throw Failures.plain(new SocketException("Socket closed"));
        }
        return socket;
    }

    public static void disconnect0(FileDescriptor fd, boolean ipv6) throws IOException {
        simulated(fd).call(Operation.DISCONNECT, 0);
    }

    /** Receives a datagram; {@code sender}, a {@code struct sockaddr}, gets where it is from. */
    public static int receive0(FileDescriptor fd, long address, int length, long sender, boolean connected)
            throws IOException {
        return receive(fd, address, length, sender);
    }

    public static int read0(FileDescriptor fd, long address, int length) throws IOException {
        return receive(fd, address, length, 0);
    }

    private static int receive(FileDescriptor fd, long address, int length, long sender) throws IOException {
        Reply reply = simulated(fd).call(Operation.RECEIVE, length);
        switch (reply.outcome()) {
            case AGAIN:
                return Natives.UNAVAILABLE;
            case FAILED:
                throw Failures.ofDatagram(reply);
            default:
                byte[] bytes = reply.bytes();
                if (sender != 0) {
                    UNSAFE.putShort(sender + FAMILY, AF_INET);
                    UNSAFE.putByte(sender + PORT, bytes[4]);
                    UNSAFE.putByte(sender + PORT + 1, bytes[5]);
                    NativeMemory.put(bytes, 0, sender + ADDRESS, 4);
                }
                int count = Math.min(length, bytes.length - HEAD);
                NativeMemory.put(bytes, HEAD, address, count);
                return count;
        }
    }

    /** Sends a datagram to {@code target}, a {@code struct sockaddr}; to the connected peer if it is 0. */
    public static int send0(FileDescriptor fd, long address, int length, long target, int targetLength)
            throws IOException {
        byte[] to = new byte[4];
        int port = 0;
        if (target != 0) {
            NativeMemory.get(target + ADDRESS, to, 0, 4);
            port = (UNSAFE.getByte(target + PORT) & 0xff) << 8 | UNSAFE.getByte(target + PORT + 1) & 0xff;
        }
        return send(fd, address, length, to, port);
    }

    public static int write0(FileDescriptor fd, long address, int length) throws IOException {
        return send(fd, address, length, new byte[4], 0);
    }

    private static int send(FileDescriptor fd, long address, int length, byte[] to, int port) throws IOException {
        byte[] bytes = new byte[length];
        NativeMemory.get(address, bytes, 0, length);
        byte[] message = Texts.endpoint(to, port, bytes);
        Reply reply = simulated(fd).call(Operation.SEND, 0, Sender.origin(), message);
        if (reply.outcome() == Reply.Outcome.FAILED) {
            IOException failure = Failures.ofDatagram(reply);
            // An earlier datagram's error is told to a socket that has a peer only, as by the native.
            if (failure instanceof PortUnreachableException && port != 0) {
                return length;
            }
            throw failure;
        }
        return length;
    }
}
