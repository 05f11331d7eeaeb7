package org.sockeye.programs.sockets;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;

/** One process's account with its host: its open sockets, and what it is called there. */
public final class Account {

    private final Host host;
    private final String program;
    private final LocalAddresses addresses;
    private final InterfaceTable interfaces;
    private final Names names;
    private final Runnable stimulated;
    private final Consumer<Endpoint> listens;
    private final EventQueue events;
    private final Map<Integer, Served> sockets = new TreeMap<>();
    private int last;

    /**
     * @param localhost what "localhost" means to the program, if not its own host
     * @param events the network's
     * @param stimulated is run whenever the process gets something that may make it go on
     * @param listens gets the endpoint whenever the process begins to listen or binds a datagram socket to a port of its
     *            choice
     */
    public Account(Host host, String program, Optional<Host> localhost, EventQueue events, Runnable stimulated,
            Consumer<Endpoint> listens) {
        this.host = host;
        this.program = program;
        addresses = new LocalAddresses(host, localhost);
        interfaces = new InterfaceTable(host);
        names = new Names(host, addresses, interfaces);
        this.events = events;
        this.stimulated = stimulated;
        this.listens = listens;
    }

    LocalAddresses addresses() {
        return addresses;
    }

    InterfaceTable interfaces() {
        return interfaces;
    }

    void listens(Endpoint local) {
        listens.accept(local);
    }

    /** Who sends, from the words of the call. */
    Origin origin(String words) {
        String[] parts = words.split("\0", -1);
        return parts.length < 4 ? new Origin(host.name(), program, words, "", "", 0)
                : new Origin(host.name(), program, parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
    }

    /** The process has been forked or executed by that one, and holds its sockets too. */
    public void inherit(Account other) {
        other.sockets.forEach((number, served) -> {
            sockets.put(number, served);
            served.share(this);
        });
        last = other.last;
    }

    void stimulate() {
        stimulated.run();
    }

    int enter(Served served) {
        sockets.put(++last, served);
        return last;
    }

    /**
     * Opens a socket, whose descriptor is still to come.
     *
     * @param six true for a socket of IPv6, which speaks IPv4 too
     * @return its number
     */
    public int open(boolean stream, boolean six) {
        return enter(stream ? new ServedStream(this, host.sockets().stream(), six, false)
                : new ServedDatagrams(this, host.sockets().datagram(), six));
    }

    /** The descriptor that the program holds for a socket. */
    public void attach(int number, SocketChannel channel) {
        Served served = sockets.get(number);
        if (served == null) {
            new Descriptor(channel, stimulated).close();
        } else {
            served.attach(new Descriptor(channel, served::stimulate));
        }
    }

    /**
     * Carries out a call.
     *
     * @param answer gets the reply, at once or in a later step
     */
    public void serve(Call call, Consumer<Reply> answer) {
        Served served = sockets.get(call.socket());
        if (served != null && call.operation() == Operation.CLOSE) {
            sockets.remove(call.socket());
            if (served.release(this)) {
                served.close(events, () -> answer.accept(Reply.done(0)));
            } else {
                answer.accept(Reply.done(0));
            }
        } else if (served != null) {
            served.calledBy(this);
            answer.accept(served.serve(call));
        } else if (call.socket() != 0) {
            answer.accept(Reply.failed("EBADF", "Socket closed"));
        } else {
            names.serve(call, reply -> {
                stimulated.run();
                answer.accept(reply);
            });
        }
    }

    /** The sockets now open, in the order in which they were opened. */
    public List<Socket> sockets() {
        List<Socket> open = new ArrayList<>();
        sockets.values().forEach(served -> open.add(served.socket()));
        return open;
    }

    /** Closes all sockets, as when a process has ended. */
    public void close() {
        sockets.values().stream().filter(served -> served.release(this)).forEach(Served::close);
        sockets.clear();
    }
}
