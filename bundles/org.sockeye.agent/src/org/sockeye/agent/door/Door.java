package org.sockeye.agent.door;

import java.io.FileDescriptor;
import java.io.IOException;
import org.sockeye.agent.clock.ThreadNumber;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.protocol.Hello;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.Texts;
import sun.nio.ch.IOUtil;

/** Where the network takes connections. */
public final class Door {

    private final byte[] path;
    private final String secret;
    private long process;

    public Door(String path, String secret) {
        this.path = Texts.bytes(path);
        this.secret = secret;
    }

    /** Opens the control connection, the first one. The reply's bytes are the path of the memory to share. */
    Reply control(Connection[] opened, boolean debugged) throws IOException {
        process = ThreadNumber.ofProcess();
        opened[0] = new Connection(connect());
        Reply reply = opened[0].exchange(new Hello(Role.CONTROL, process, debugged ? 1 : 0, secret).encode());
        process = reply.value();
        return reply;
    }

    Connection calls() throws IOException {
        Connection connection = new Connection(connect());
        connection.exchange(new Hello(Role.CALLS, process, 0, secret).encode());
        return connection;
    }

    /**
     * Opens a simulated socket's descriptor.
     *
     * @param number for an accepted connection its number, else 0
     * @return the socket's number
     */
    public int socket(FileDescriptor descriptor, Role role, int number) throws IOException {
        Natives.connectUnix(descriptor, path);
        byte[] hello = new Hello(role, process, number, secret).encode();
        return new Connection(descriptor).exchangeOnce(hello).value();
    }

    private FileDescriptor connect() throws IOException {
        FileDescriptor descriptor = IOUtil.newFD(Natives.socketUnix());
        Natives.connectUnix(descriptor, path);
        return descriptor;
    }
}
