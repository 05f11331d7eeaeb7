package org.sockeye.programs.sockets;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.wire.IpAddress;

/** Answers what programs ask about names and addresses. */
final class Names {

    private static final long MILLISECOND = 1_000_000;

    private final Host host;
    private final LocalAddresses addresses;
    private final InterfaceTable interfaces;

    Names(Host host, LocalAddresses addresses, InterfaceTable interfaces) {
        this.host = host;
        this.addresses = addresses;
        this.interfaces = interfaces;
    }

    void serve(Call call, Consumer<Reply> answer) {
        switch (call.operation()) {
            case HOST_NAME -> answer.accept(text(host.name()));
            case RESOLVE -> resolve(Texts.text(call.bytes()), found -> answer.accept(Reply.done(0, joined(found))));
            case REVERSE -> {
                IpAddress address = Wide.address(call.bytes());
                if (address.isLoopback()) {
                    answer.accept(text("localhost"));
                } else if (address.isUnspecified() || host.addresses().contains(address)) {
                    // What a host is called itself it asks no name server.
                    answer.accept(text(host.name()));
                } else {
                    host.sockets().reverse(address, name -> answer.accept(text(name)));
                }
            }
            case PING -> host.sockets().ping(Wide.endpoint(Sockaddr.decode(call.bytes(), 0)).address(),
                    call.number() * MILLISECOND, came -> answer.accept(Reply.done(came ? 1 : 0)));
            case INTERFACES -> answer.accept(text(interfaces.describe()));
            default -> answer.accept(Reply.failed("EINVAL", "Invalid argument"));
        }
    }

    private void resolve(String name, Consumer<List<IpAddress>> answer) {
        List<IpAddress> known = addresses.known(name);
        if (known.isEmpty()) {
            host.sockets().resolve(name, answer);
        } else {
            answer.accept(known);
        }
    }

    private static Reply text(String text) {
        return Reply.done(0, Texts.bytes(text));
    }

    private static byte[] joined(List<IpAddress> found) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        found.forEach(address -> bytes.writeBytes(Wide.bytes(address)));
        return bytes.toByteArray();
    }
}
