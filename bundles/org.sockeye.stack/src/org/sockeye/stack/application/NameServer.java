package org.sockeye.stack.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** Answers what address a name has, and what name an address has (RFC 1034, section 4.3). */
public final class NameServer {

    /** How long an answer may be remembered, in seconds. */
    private static final long TTL = 60;

    private final DatagramSocket socket;
    private final Origin origin;
    private final Names names;

    /**
     * Serves at a socket.
     *
     * @param device whose name server it is
     * @param names what it knows
     * @throws SocketError if the socket cannot have port 53
     */
    public NameServer(String device, DatagramSocket socket, Names names) throws SocketError {
        this.socket = socket;
        this.origin = Origin.stack(device);
        this.names = names;
        socket.bind(new Endpoint(Ipv4Address.ANY, DnsMessage.PORT));
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

    private DnsMessage answer(DnsMessage query) {
        if (query.questions().size() != 1) {
            return query.answer(DnsMessage.FORMAT_ERROR, List.of());
        }
        DnsQuestion question = query.questions().get(0);
        OptionalInt reversed = DnsName.reversed(question.name().toLowerCase(Locale.ROOT));
        if (reversed.isPresent()) {
            return names.name(new Ipv4Address(reversed.getAsInt()))
                    .map(name -> DnsRecord.pointer(question.name(), name, TTL))
                    .map(pointer -> answer(query, question.type() == DnsRecord.PTR, List.of(pointer)))
                    .orElseGet(() -> query.answer(DnsMessage.NO_SUCH_NAME, List.of()));
        }
        return names.addresses(question.name())
                .map(all -> all.stream().map(one -> DnsRecord.address(question.name(), one, TTL)).toList())
                .map(records -> answer(query, question.type() == DnsRecord.A, records))
                .orElseGet(() -> query.answer(DnsMessage.NO_SUCH_NAME, List.of()));
    }

    /** The name is known; whether there is anything to say depends on what was asked about it. */
    private static DnsMessage answer(DnsMessage query, boolean fits, List<DnsRecord> records) {
        return query.answer(DnsMessage.NO_ERROR, fits ? records : List.of());
    }
}
