package org.sockeye.agent.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Random;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.clock.Waking;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Group;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.agent.protocol.Wait;
import sun.nio.ch.IOUtil;
import sun.nio.ch.Net;

/** The natives of {@code sun.nio.ch.Net}. */
public final class SocketHooks {

    private static final byte[] ANY = Sockaddr.NONE.address();
    private static final ThreadLocal<Boolean> SIX = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> REUSE = new ThreadLocal<>();
    private static final ThreadLocal<Role> ROLE = new ThreadLocal<>();

    private SocketHooks() {
    }

    /** Every simulated host speaks IPv6, at least to itself. */
    public static boolean isIPv6Available0() {
        return !Boolean.getBoolean("java.net.preferIPv4Stack");
    }

    /** Opens a descriptor; {@link #newFD}, which the library calls next, makes a simulated socket of it. */
    public static int socket0(boolean ipv6, boolean stream, boolean reuse, boolean fastLoopback) throws IOException {
        ROLE.set(stream ? Role.STREAM : Role.DATAGRAM);
        REUSE.set(reuse);
        SIX.set(ipv6);
        return Natives.socketUnix();
    }

    /** For the library's {@code IOUtil.newFD} where it wraps what {@link #socket0} has returned. */
    public static FileDescriptor newFD(int number) throws IOException {
        FileDescriptor descriptor = IOUtil.newFD(number);
        SimulatedSocket socket = SimulatedSocket.open(descriptor, ROLE.get(), 0, SIX.get());
        if (REUSE.get()) {
            Options.set(socket, Option.REUSE_ADDRESS, 1);
        }
        return descriptor;
    }

    /** For the library's {@code IOUtil.configureBlocking}, wherever it is called. */
    public static void configureBlocking(FileDescriptor fd, boolean blocking) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket != null) {
            socket.blocks(blocking);
        }
        IOUtil.configureBlocking(fd, blocking);
    }

    /** For the one that names files of local sockets without a name: a secure one costs a tenth of the start-up. */
    public static Random getRandom() {
        return new Random();
    }

    // What the operating system can do, of which the library asks before it uses sockets: the simulated hosts' is like Linux.

    public static boolean isReusePortAvailable0() {
        return true;
    }

    public static int isExclusiveBindAvailable() {
        return -1;
    }

    public static boolean shouldShutdownWriteBeforeClose0() {
        return false;
    }

    public static boolean shouldSetBothIPv4AndIPv6Options0() {
        return true;
    }

    public static boolean canIPv6SocketJoinIPv4Group0() {
        return true;
    }

    public static boolean canJoin6WithIPv4Group0() {
        return false;
    }

    public static boolean canUseIPv6OptionsWithIPv4LocalAddress0() {
        return true;
    }

    private static SimulatedSocket simulated(FileDescriptor descriptor) throws SocketException {
        SimulatedSocket socket = SimulatedSocket.of(descriptor);
        if (socket == null) {
            throw Failures.plain(new SocketException("Socket closed"));
        }
        return socket;
    }

    private static Reply checked(Reply reply) throws IOException {
        if (reply.outcome() == Reply.Outcome.FAILED) {
            throw Failures.ofSocket(reply);
        }
        return reply;
    }

    private static byte[] endpoint(SimulatedSocket socket, InetAddress address, int port) {
        return Addresses.sockaddr(address, port, socket.six).encode();
    }

    public static void bind0(FileDescriptor fd, boolean ipv6, boolean exclusive, InetAddress address, int port)
            throws IOException {
        SimulatedSocket socket = simulated(fd);
        checked(socket.call(Operation.BIND, 0, endpoint(socket, address, port)));
    }

    public static void listen(FileDescriptor fd, int backlog) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            Natives.listen(fd, backlog);
        } else {
            checked(socket.call(Operation.LISTEN, backlog));
        }
    }

    public static int connect0(boolean ipv6, FileDescriptor fd, InetAddress address, int port) throws IOException {
        SimulatedSocket socket = simulated(fd);
        Reply reply = checked(socket.call(Operation.CONNECT, 0, endpoint(socket, address, port)));
        return reply.outcome() == Reply.Outcome.DONE ? 1 : Natives.UNAVAILABLE;
    }

    public static boolean pollConnect(FileDescriptor fd, long timeout) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            return Natives.pollConnect(fd, timeout);
        }
        Reply reply = checked(socket.call(Operation.CONNECTED, 0));
        if (reply.outcome() == Reply.Outcome.AGAIN && timeout != 0) {
            poll(fd, Net.POLLOUT, timeout);
            reply = checked(socket.call(Operation.CONNECTED, 0));
        }
        return reply.outcome() == Reply.Outcome.DONE;
    }

    /** For asynchronous channels, after they have become writable: throws if the connection has failed. */
    public static void checkConnect(int fd) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            throw Failures.plain(new SocketException("Socket closed"));
        }
        checked(socket.call(Operation.CONNECTED, 0));
    }

    public static int accept(FileDescriptor fd, FileDescriptor accepted, InetSocketAddress[] peer) throws IOException {
        peer[0] = simulated(fd).accept(accepted);
        return peer[0] == null ? Natives.UNAVAILABLE : 1;
    }

    public static void shutdown(FileDescriptor fd, int how) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            Natives.shutdown(fd, how);
            return;
        }
        Reply reply = socket.call(Operation.SHUTDOWN, how);
        if (reply.outcome() == Reply.Outcome.FAILED && !Failures.isNotConnected(reply)) {
            throw Failures.ofSocket(reply);
        }
    }

    private static InetSocketAddress endpoint(Reply reply) throws IOException {
        return Addresses.endpoint(Sockaddr.decode(reply.bytes(), 0));
    }

    private static InetSocketAddress local(FileDescriptor fd) throws IOException {
        return endpoint(checked(simulated(fd).call(Operation.LOCAL, 0)));
    }

    private static InetSocketAddress remote(FileDescriptor fd) throws IOException {
        return endpoint(checked(simulated(fd).call(Operation.REMOTE, 0)));
    }

    public static int localPort(FileDescriptor fd) throws IOException {
        return local(fd).getPort();
    }

    public static InetAddress localInetAddress(FileDescriptor fd) throws IOException {
        return local(fd).getAddress();
    }

    public static int remotePort(FileDescriptor fd) throws IOException {
        return remote(fd).getPort();
    }

    public static InetAddress remoteInetAddress(FileDescriptor fd) throws IOException {
        return remote(fd).getAddress();
    }

    public static int getIntOption0(FileDescriptor fd, boolean convert, int level, int option) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        return socket == null ? Natives.getIntOption(fd, convert, level, option) : Options.get(socket, level, option);
    }

    public static void setIntOption0(FileDescriptor fd, boolean convert, int level, int option, int value, boolean ipv6)
            throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            Natives.setIntOption(fd, convert, level, option, value, ipv6);
        } else {
            Options.set(socket, level, option, value);
        }
    }

    public static int poll(FileDescriptor fd, int events, long timeout) throws IOException {
        if (timeout == 0) {
            TimeHooks.look(TimeHooks.SYSTEM_CALL);
            return Natives.poll(fd, events, 0);
        }
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            return Natives.poll(fd, events, timeout);
        }
        slot.enter(Wait.POLL, timeout < 0 ? SharedLayout.NEVER : SimulatedClock.after(timeout * 1_000_000));
        try {
            int ready = Natives.poll(fd, events, Waking.patience());
            while (ready == 0 && Waking.waitsOn(slot)) {
                ready = Natives.poll(fd, events, Waking.patience());
            }
            return ready;
        } finally {
            slot.exit();
        }
    }

    public static int available(FileDescriptor fd) throws IOException {
        SimulatedSocket socket = SimulatedSocket.of(fd);
        if (socket == null) {
            return Natives.available(fd);
        }
        int count = checked(socket.call(Operation.AVAILABLE, 0)).value();
        if (count == 0) {
            TimeHooks.lookInVain();
        }
        return count;
    }

    public static int sendOOB(FileDescriptor fd, byte data) throws IOException {
        Reply reply = simulated(fd).call(Operation.WRITE_URGENT, 0, Sender.origin(), new byte[] { data });
        switch (reply.outcome()) {
            case AGAIN:
                return Natives.UNAVAILABLE;
            case FAILED:
                throw Failures.ofSocket(reply);
            default:
                return reply.value();
        }
    }

    public static int joinOrDrop4(boolean join, FileDescriptor fd, int group, int network, int source)
            throws IOException {
        Operation operation = join ? Operation.JOIN : Operation.LEAVE;
        return group(fd, operation, Addresses.wide(group), network, 0, source == 0 ? ANY : Addresses.wide(source));
    }

    public static int blockOrUnblock4(boolean block, FileDescriptor fd, int group, int network, int source)
            throws IOException {
        Operation operation = block ? Operation.BLOCK : Operation.UNBLOCK;
        return group(fd, operation, Addresses.wide(group), network, 0, Addresses.wide(source));
    }

    public static int joinOrDrop6(boolean join, FileDescriptor fd, byte[] group, int index, byte[] source)
            throws IOException {
        return group(fd, join ? Operation.JOIN : Operation.LEAVE, group, 0, index, source == null ? ANY : source);
    }

    public static int blockOrUnblock6(boolean block, FileDescriptor fd, byte[] group, int index, byte[] source)
            throws IOException {
        return group(fd, block ? Operation.BLOCK : Operation.UNBLOCK, group, 0, index, source);
    }

    private static int group(FileDescriptor fd, Operation operation, byte[] group, int network, int index,
            byte[] source) throws IOException {
        byte[] at = network == 0 ? ANY : Addresses.wide(network);
        checked(simulated(fd).call(operation, 0, new Group(group, at, source, index).encode()));
        return 0;
    }

    public static void setInterface4(FileDescriptor fd, int network) throws IOException {
        Options.set(simulated(fd), Option.MULTICAST_INTERFACE_4, network);
    }

    public static int getInterface4(FileDescriptor fd) throws IOException {
        return Options.get(simulated(fd), Option.MULTICAST_INTERFACE_4);
    }

    public static void setInterface6(FileDescriptor fd, int index) throws IOException {
        Options.set(simulated(fd), Option.MULTICAST_INTERFACE_6, index);
    }

    public static int getInterface6(FileDescriptor fd) throws IOException {
        return Options.get(simulated(fd), Option.MULTICAST_INTERFACE_6);
    }
}
