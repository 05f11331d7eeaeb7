package org.sockeye.agent.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockeye.agent.clock.Census;
import org.sockeye.agent.clock.SharedMemory;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.protocol.Command;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Texts;

/** Obeys the network's commands, on a thread of its own; ends the process when the network goes. */
public final class Control implements Runnable {

    private final Connection connection;
    private final SharedMemory memory;
    private boolean gone;

    private Control(Connection connection, SharedMemory memory) {
        this.connection = connection;
        this.memory = memory;
    }

    /** Joins the network: from here on its clock is the program's. */
    public static Control join(Door door, boolean debugged) throws IOException {
        Connection[] opened = new Connection[1];
        Reply reply = door.control(opened, debugged);
        SharedMemory memory = SharedMemory.map(Texts.text(reply.bytes()));
        Control control = new Control(opened[0], memory);
        SimulatedClock.start(memory);
        Thread thread = new Thread(root(), control, "sockeye", 0, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
        return control;
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Waits for the network's word to begin. */
    public synchronized void awaitGo() throws InterruptedException {
        while (!gone) {
            wait();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                Command command = Command.decode(ByteBuffer.wrap(connection.read(Command.SIZE)));
                obey(command);
                memory.put(SharedLayout.DONE, memory.get(SharedLayout.DONE) + 1);
            }
        } catch (IOException e) {
            throw Ending.withoutNetwork();
        }
    }

    private void obey(Command command) throws IOException {
        switch (command.kind()) {
            case GO:
                synchronized (this) {
                    gone = true;
                    notifyAll();
                }
                break;
            case FIRE:
                SimulatedClock.slots().fire(command.slot());
                break;
            case COUNT_BUSY:
                memory.put(SharedLayout.BUSY, Census.busy());
                break;
            case DESCRIBE:
                connection.write(Reply.done(0, Texts.bytes(Census.describe())).encode());
                break;
        }
    }
}
