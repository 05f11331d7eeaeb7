package org.sockeye.programs.sockets;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Group;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv6Address;

/** A datagram socket of a program. */
final class ServedDatagrams extends Served {

    private final DatagramSocket datagrams;
    private final ServedGroups groups;
    private @Nullable IpAddress saysLocalhost;

    ServedDatagrams(Account account, DatagramSocket datagrams, boolean six) {
        super(account, six);
        this.datagrams = datagrams;
        groups = new ServedGroups(datagrams, account.interfaces());
        datagrams.observe(this::show);
    }

    @Override
    DatagramSocket socket() {
        return datagrams;
    }

    @Override
    boolean isReadable() {
        return !datagrams.isClosed() && datagrams.isReadable();
    }

    @Override
    boolean isWritable() {
        return true;
    }

    @Override
    void bound() {
        account.listens(datagrams.local());
    }

    @Override
    Reply serveOwn(Call call) throws SocketError {
        return switch (call.operation()) {
            case CONNECT -> {
                datagrams.connect(reached(endpoint(call)));
                yield Reply.done(1);
            }
            case DISCONNECT -> {
                datagrams.connect(null);
                yield Reply.done(0);
            }
            case SEND -> send(call);
            case RECEIVE -> receive(call.number(), datagrams.receive());
            case PEEK_DATAGRAM -> receive(call.number(), datagrams.peek());
            case JOIN, LEAVE, BLOCK, UNBLOCK -> {
                groups.change(call.operation(), Group.decode(call.bytes()));
                yield Reply.done(0);
            }
            case AVAILABLE, SHUTDOWN -> Reply.done(0);
            default -> throw new SocketError(Errno.EINVAL);
        };
    }

    @Override
    int option(Option option) throws SocketError {
        return ServedGroups.has(option) ? groups.sender(option) : super.option(option);
    }

    @Override
    void option(Option option, int value) throws SocketError {
        if (ServedGroups.has(option)) {
            groups.sender(option, value);
        } else {
            super.option(option, value);
        }
    }

    /** What a program means by an address; it will want to see the answers come from the one it wrote. */
    private Endpoint reached(Endpoint written) {
        saysLocalhost = written.address().isLoopback() ? written.address() : saysLocalhost;
        return account.addresses().toReach(written);
    }

    private Reply send(Call call) throws SocketError {
        // Nobody is no address of either version, and so no wrong one.
        boolean toPeer = Sockaddr.decode(call.bytes(), 0).port() == 0;
        byte[] payload = Arrays.copyOfRange(call.bytes(), Sockaddr.LENGTH, call.bytes().length);
        if (six && datagrams.local().port() == 0) {
            datagrams.bind(new Endpoint(Ipv6Address.ANY, 0));
        }
        datagrams.send(payload, toPeer ? null : reached(endpoint(call)), account.origin(call.origin()));
        return Reply.done(payload.length);
    }

    private Reply receive(int most, Optional<DatagramSocket.Datagram> received) {
        if (received.isEmpty()) {
            return Reply.again();
        }
        DatagramSocket.Datagram datagram = received.get();
        byte[] payload = datagram.bytes().length <= most ? datagram.bytes() : Arrays.copyOf(datagram.bytes(), most);
        Endpoint from = saysLocalhost == null ? datagram.from()
                : account.addresses().asWritten(datagram.from(), saysLocalhost);
        return Reply.done(datagram.bytes().length, named(from).before(payload));
    }
}
