package org.sockeye.agent.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import jdk.internal.access.SharedSecrets;
import org.sockeye.agent.door.NativeMemory;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.agent.protocol.Wait;
import sun.nio.ch.IOUtil;
import sun.nio.ch.Net;

/** A socket of the simulated network, and the descriptor that stands for it in this process. */
final class SimulatedSocket {

    private static final byte[] NOTHING = {};
    private static final Map<FileDescriptor, SimulatedSocket> ALL = new IdentityHashMap<>();

    final boolean stream;
    /** True for a socket of IPv6, which speaks IPv4 too. */
    final boolean six;
    private final int number;
    private final FileDescriptor descriptor;
    /** The descriptor's number, which Windows takes out of it before the socket is closed. */
    private final int value;
    private final Map<Long, Integer> remembered = new HashMap<>();
    private volatile boolean blocks = true;
    private volatile boolean lingers;
    private volatile boolean closed;
    private volatile Reply failure;

    private SimulatedSocket(FileDescriptor descriptor, Role role, int accepted, boolean six) throws IOException {
        this.descriptor = descriptor;
        value = IOUtil.fdVal(descriptor);
        this.six = six;
        stream = role != Role.DATAGRAM;
        if (stream) {
            OptionNumbers numbers = Options.NUMBERS;
            Natives.setIntOption(descriptor, false, numbers.socketLevel, numbers.sendBuffer, 1, false);
        }
        number = Simulation.door().socket(descriptor, role, role == Role.ACCEPTED ? accepted : six ? 6 : 4);
    }

    /** The simulated socket that a descriptor stands for; null if it is something else. */
    static SimulatedSocket of(FileDescriptor descriptor) {
        synchronized (ALL) {
            return ALL.get(descriptor);
        }
    }

    /** The same by the descriptor's number. */
    static SimulatedSocket of(int descriptor) {
        synchronized (ALL) {
            for (SimulatedSocket socket : ALL.values()) {
                if (socket.value == descriptor) {
                    return socket;
                }
            }
            return null;
        }
    }

    /** A new socket on a descriptor that is open and not connected. */
    static SimulatedSocket open(FileDescriptor descriptor, Role role, int accepted, boolean six) throws IOException {
        SimulatedSocket socket = new SimulatedSocket(descriptor, role, accepted, six);
        synchronized (ALL) {
            ALL.put(descriptor, socket);
        }
        return socket;
    }

    Reply call(Operation operation, int argument) throws IOException {
        return call(operation, argument, "", NOTHING);
    }

    Reply call(Operation operation, int argument, byte[] bytes) throws IOException {
        return call(operation, argument, "", bytes);
    }

    Reply call(Operation operation, int argument, String origin, byte[] bytes) throws IOException {
        Reply reply = Simulation.calls().call(new Call(operation, number, argument, origin, bytes));
        if ((reply.flags() & Reply.TAKE_TOKEN) != 0) {
            withScratch(1, true);
        }
        if ((reply.flags() & Reply.PLUG) != 0) {
            withScratch(Reply.PLUG_SIZE, false);
        }
        if (reply.outcome() == Reply.Outcome.AGAIN) {
            TimeHooks.lookInVain();
        }
        return reply;
    }

    private void withScratch(int length, boolean read) throws IOException {
        long scratch = NativeMemory.allocate(length);
        try {
            int count = Natives.INTERRUPTED;
            while (count == Natives.INTERRUPTED) {
                count = read ? Natives.read(descriptor, scratch, length) : Natives.write(descriptor, scratch, length);
            }
        } finally {
            NativeMemory.free(scratch);
        }
    }

    /** Reads into the program's memory, as the native does. */
    int read(long address, int length) throws IOException {
        if (length > 0 && failure == null && Natives.poll(descriptor, Net.POLLIN, 0) == 0) {
            // The descriptor shows what the network would say, and to look at it costs far less than to ask.
            TimeHooks.lookInVain();
            return Natives.UNAVAILABLE;
        }
        Reply reply = failure != null ? takeFailure() : call(Operation.READ, Math.min(length, Call.LARGEST));
        switch (reply.outcome()) {
            case AGAIN:
                return Natives.UNAVAILABLE;
            case FAILED:
                throw Failures.ofTransfer(reply);
            default:
                NativeMemory.put(reply.bytes(), 0, address, reply.bytes().length);
                return reply.bytes().length == 0 && length > 0 ? Natives.END : reply.bytes().length;
        }
    }

    /** Whether closing it waits for its data. */
    void lingers(boolean now) {
        lingers = now;
    }

    /** Whether its descriptor is one that blocks, as at first. */
    void blocks(boolean now) {
        blocks = now;
    }

    /** Writes from the program's memory, as the native does: all of it on a descriptor that blocks, unless it is closed. */
    int write(long address, int length) throws IOException {
        Reply reply = writePart(address, length);
        if (reply.outcome() == Reply.Outcome.AGAIN) {
            return Natives.UNAVAILABLE;
        }
        int done = written(reply);
        while (blocks && done < length) {
            SocketHooks.poll(descriptor, Net.POLLOUT, -1);
            if (closed) {
                break;
            }
            reply = writePart(address + done, length - done);
            if (reply.outcome() == Reply.Outcome.FAILED) {
                failure = reply;
                break;
            }
            done += reply.value();
        }
        return done;
    }

    private Reply writePart(long address, int length) throws IOException {
        if (failure != null) {
            return takeFailure();
        }
        byte[] bytes = new byte[Math.min(length, Call.LARGEST)];
        NativeMemory.get(address, bytes, 0, bytes.length);
        return call(Operation.WRITE, 0, Sender.origin(), bytes);
    }

    private static int written(Reply reply) throws IOException {
        if (reply.outcome() == Reply.Outcome.FAILED) {
            throw Failures.ofWrite(reply);
        }
        return reply.value();
    }

    /** Why a write stopped half-way, which the next call is told. */
    private Reply takeFailure() {
        Reply taken = failure;
        failure = null;
        return taken;
    }

    /** Accepts a connection into a descriptor that is not open yet; null if there is none. */
    InetSocketAddress accept(FileDescriptor accepted) throws IOException {
        Reply reply = call(Operation.ACCEPT, 0);
        switch (reply.outcome()) {
            case AGAIN:
                return null;
            case FAILED:
                throw Failures.ofSocket(reply);
            default:
                SharedSecrets.getJavaIOFileDescriptorAccess().set(accepted, Natives.socketUnix());
                open(accepted, Role.ACCEPTED, reply.value(), six);
                return Addresses.endpoint(Sockaddr.decode(reply.bytes(), 0));
        }
    }

    /** Keeps the value of an option that means nothing to the network. */
    synchronized void remember(int level, int option, int value) {
        remembered.put((long) level << 32 | option, value);
    }

    synchronized int remembered(int level, int option) {
        return remembered.getOrDefault((long) level << 32 | option, 0);
    }

    /** The descriptor is about to be closed, or to be made to stand for nothing. */
    void close() throws IOException {
        synchronized (ALL) {
            if (closed) {
                return;
            }
            closed = true;
            ALL.remove(descriptor);
        }
        Call close = new Call(Operation.CLOSE, number, 0, "", NOTHING);
        if (lingers) {
            Simulation.calls().waitFor(Wait.CALL, close);
        } else {
            Simulation.calls().call(close);
        }
    }

    /** The number of the real descriptor, for messages. */
    @Override
    public String toString() {
        return "simulated socket " + number + " at " + value;
    }
}
