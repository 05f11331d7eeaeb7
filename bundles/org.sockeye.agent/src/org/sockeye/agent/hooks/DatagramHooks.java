package org.sockeye.agent.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import org.sockeye.agent.door.NativeMemory;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Sockaddr;

/** The natives of {@code sun.nio.ch.DatagramChannelImpl} and {@code sun.nio.ch.DatagramDispatcher}. */
public final class DatagramHooks {

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

    public static long readv0(FileDescriptor fd, long address, int count) throws IOException {
        return Vectors.read(address, count, (memory, length) -> read0(fd, memory, length));
    }

    public static long writev0(FileDescriptor fd, long address, int count) throws IOException {
        return Vectors.write(address, count, (memory, length) -> write0(fd, memory, length));
    }

    private static int receive(FileDescriptor fd, long address, int length, long sender) throws IOException {
        SimulatedSocket socket = simulated(fd);
        Reply reply = socket.call(Operation.RECEIVE, length);
        switch (reply.outcome()) {
            case AGAIN:
                return Natives.UNAVAILABLE;
            case FAILED:
                throw Failures.ofDatagram(reply);
            default:
                byte[] bytes = reply.bytes();
                if (sender != 0) {
                    NativeSockaddr.put(Sockaddr.decode(bytes, 0), socket.six, sender);
                }
                int count = Math.min(length, bytes.length - Sockaddr.LENGTH);
                NativeMemory.put(bytes, Sockaddr.LENGTH, address, count);
                return count;
        }
    }

    /** Sends a datagram to {@code target}, a {@code struct sockaddr}; to the connected peer if it is 0. */
    public static int send0(FileDescriptor fd, long address, int length, long target, int targetLength)
            throws IOException {
        return send(fd, address, length, target == 0 ? Sockaddr.NONE : NativeSockaddr.get(target));
    }

    public static int write0(FileDescriptor fd, long address, int length) throws IOException {
        return send(fd, address, length, Sockaddr.NONE);
    }

    private static int send(FileDescriptor fd, long address, int length, Sockaddr to) throws IOException {
        byte[] bytes = new byte[length];
        NativeMemory.get(address, bytes, 0, length);
        Reply reply = simulated(fd).call(Operation.SEND, 0, Sender.origin(), to.before(bytes));
        if (reply.outcome() == Reply.Outcome.FAILED) {
            IOException failure = Failures.ofDatagram(reply);
            // An earlier datagram's error is told to a socket that has a peer only, as by the native.
            if (failure instanceof PortUnreachableException && to.port() != 0) {
                return length;
            }
            throw failure;
        }
        return length;
    }
}
