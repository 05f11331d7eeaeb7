package org.sockeye.stack.application;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** Answers what address a name has, and what name an address has (RFC 1034, section 4.3). */
public final class NameServer {

    private final DatagramSocket socket;
    private final Origin origin;
    private final Zone zone;

    /**
     * Serves at a socket.
     *
     * @param device whose name server it is
     * @param zone what it knows
     * <p>A socket that has no port yet gets port 53 at any address of IPv4.
     *
     * @throws SocketError if the socket cannot have port 53
     */
    public NameServer(String device, DatagramSocket socket, Zone zone) throws SocketError {
        this.socket = socket;
        this.origin = Origin.stack(device);
        this.zone = zone;
        if (socket.local().port() == 0) {
            socket.bind(new Endpoint(Ipv4Address.ANY, DnsMessage.PORT));
        }
        socket.observe(this::serve);
    }

    private void serve() {
        try {
            Optional<DatagramSocket.Datagram> question = socket.receive();
            while (question.isPresent()) {
                byte[] bytes = question.get().bytes();
                Optional<DnsMessage> query = DnsMessage.parse(bytes, 0, bytes.length);
                if (query.isPresent() && !query.get().response() && question.get().from().port() != 0) {
                    socket.send(answer(query.get()).emit(), question.get().from(), origin);
                }
                question = socket.receive();
            }
        } catch (SocketError gone) {
            // The asker's network cannot be reached any more; it will ask again if it still wants to know.
            return;
        }
    }

    /** What is to be said to {@code query}; cut short if it is more than the asker takes. */
    private DnsMessage answer(DnsMessage query) {
        if (query.opcode() != 0) {
            return query.answer(DnsMessage.NOT_IMPLEMENTED, List.of());
        }
        DnsMessage answer = query.questions().size() == 1 ? zone.answer(query)
                : query.answer(DnsMessage.FORMAT_ERROR, List.of());
        return answer.emit().length > query.limit() ? answer.cutShort() : answer;
    }
}
