package org.sockeye.programs.sockets;

import java.util.Arrays;
import java.util.Optional;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.wire.Endpoint;

/** A datagram socket of a program. */
final class ServedDatagrams extends Served {

    private static final int ENDPOINT = 6;

    private final DatagramSocket datagrams;
    private boolean saysLocalhost;

    ServedDatagrams(Account account, DatagramSocket datagrams) {
        super(account);
        this.datagrams = datagrams;
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
                datagrams.connect(reached(endpoint(call.bytes())));
                yield Reply.done(1);
            }
            case DISCONNECT -> {
                datagrams.connect(null);
                yield Reply.done(0);
            }
            case SEND -> send(call);
            case RECEIVE -> receive(call.number());
            case AVAILABLE, SHUTDOWN -> Reply.done(0);
            default -> throw new SocketError(Errno.EINVAL);
        };
    }

    /** What a program means by an address; it will want to see the answers come from the one it wrote. */
    private Endpoint reached(Endpoint written) {
        saysLocalhost |= written.address().isLoopback();
        return account.addresses().toReach(written);
    }

    private Reply send(Call call) throws SocketError {
        Endpoint to = endpoint(call.bytes());
        byte[] payload = Arrays.copyOfRange(call.bytes(), ENDPOINT, call.bytes().length);
        datagrams.send(payload, to.port() == 0 ? null : reached(to), account.origin(call.origin()));
        return Reply.done(payload.length);
    }

    private Reply receive(int most) throws SocketError {
        Optional<DatagramSocket.Datagram> received = datagrams.receive();
        if (received.isEmpty()) {
            return Reply.again();
        }
        DatagramSocket.Datagram datagram = received.get();
        byte[] payload = datagram.bytes().length <= most ? datagram.bytes() : Arrays.copyOf(datagram.bytes(), most);
        Endpoint from = saysLocalhost ? account.addresses().asWritten(datagram.from()) : datagram.from();
        return Reply.done(0, bytes(from, payload));
    }
}
