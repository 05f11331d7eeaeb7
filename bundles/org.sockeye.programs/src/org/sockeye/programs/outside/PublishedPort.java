package org.sockeye.programs.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.sockeye.programs.door.Door;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.wire.Endpoint;

/**
 * A TCP port of this machine's loopback interface that reaches a port of a simulated host, and nothing else: each connection
 * to it becomes a connection of a simulated host, and bytes, ends and resets cross over. So a browser can see a student's
 * server.
 */
public final class PublishedPort implements Entrance {

    private final ServerSocketChannel listening;
    private final Host client;
    private final Host server;
    private final int serverPort;
    private final Door door;
    private final List<Bridge> bridges = new ArrayList<>();

    /**
     * Begins to listen.
     *
     * @param port the real port, on 127.0.0.1; 0 for any free one
     * @param client the host that connections seem to come from
     * @param server the host that they reach, at the address that it has then
     * @param serverPort and its port
     * @throws IOException if the port is in use, or not this user's to have
     */
    public PublishedPort(int port, Host client, Host server, int serverPort, Door door) throws IOException {
        this.client = client;
        this.server = server;
        this.serverPort = serverPort;
        this.door = door;
        listening = ServerSocketChannel.open();
        try {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listening.configureBlocking(false);
            door.watch(listening, SelectionKey.OP_ACCEPT, this::accept);
        } catch (IOException e) {
            listening.close();
            throw new IOException("cannot use port " + port + " of this machine (" + e.getMessage()
                    + "); choose another one", e);
        }
    }

    /** The real port. */
    public int port() {
        return listening.socket().getLocalPort();
    }

    private void accept() {
        try {
            for (SocketChannel real = listening.accept(); real != null; real = listening.accept()) {
                real.configureBlocking(false);
                Bridge bridge = new Bridge(real, client);
                bridge.watch(door.watch(real, SelectionKey.OP_READ, bridge::ready));
                bridges.add(bridge);
            }
        } catch (IOException e) {
            // Whoever knocked has gone again.
        }
    }

    @Override
    public boolean hasArrived() {
        bridges.removeIf(Bridge::isOver);
        return bridges.stream().anyMatch(Bridge::hasArrived);
    }

    @Override
    public void deliver() {
        Endpoint reached = new Endpoint(server.addresses().getFirst(), serverPort);
        bridges.stream().filter(Bridge::hasArrived).forEach(bridge -> bridge.deliver(reached));
    }

    @Override
    public void close() {
        bridges.forEach(Bridge::abort);
        try {
            listening.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
