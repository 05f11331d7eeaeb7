package org.sockeye.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Hello;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.programs.door.Connection;
import org.sockeye.programs.door.Door;
import org.sockeye.programs.time.SharedMemory;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.topology.Network;

/** The programs of a run, and the virtual machines that have joined it. */
final class Registry implements Door.Visitors {

    private final Path directory;
    private final Network network;
    private final Optional<Host> localhost;
    private final Instant start;
    private final List<RunningProgram> programs = new ArrayList<>();
    private final List<JavaProcess> machines = new ArrayList<>();

    Registry(Path directory, Network network, Optional<Host> localhost, Instant start) {
        this.directory = directory;
        this.network = network;
        this.localhost = localhost;
        this.start = start;
    }

    List<RunningProgram> programs() {
        return programs;
    }

    List<JavaProcess> machines() {
        return machines;
    }

    @Override
    public void greet(Hello hello, Connection connection) {
        if (hello.role() == Role.CONTROL) {
            programs.stream()
                    .filter(program -> program.secret().equals(hello.secret()) && program.exitStatus().isEmpty())
                    .findFirst().ifPresentOrElse(program -> join(program, hello, connection), connection::close);
            return;
        }
        JavaProcess machine = machine(hello);
        if (machine == null) {
            connection.close();
            return;
        }
        // The thread that opens a connection may have been seen waiting already: for the call that it is about to make.
        machine.pacemaker().stimulated();
        if (hello.role() == Role.CALLS) {
            machine.serve(connection);
            connection.send(Reply.done(0).encode());
        } else {
            socket(machine, hello, connection);
        }
    }

    private @Nullable JavaProcess machine(Hello hello) {
        if (hello.process() < 0 || hello.process() >= machines.size()) {
            return null;
        }
        JavaProcess machine = machines.get((int) hello.process());
        return machine.hasEnded() || !machine.program().secret().equals(hello.secret()) ? null : machine;
    }

    private static void socket(JavaProcess machine, Hello hello, Connection connection) {
        Role role = hello.role();
        int number = role == Role.ACCEPTED ? hello.number() : machine.account().open(role == Role.STREAM, hello.number() == 6);
        connection.send(Reply.done(number).encode());
        machine.account().attach(number, connection.detach());
    }

    private void join(RunningProgram program, Hello hello, Connection connection) {
        try {
            int number = machines.size();
            Path file = directory.resolve("memory-" + number);
            SharedMemory memory = SharedMemory.create(file, start);
            Host host = network.host(program.spec().host());
            JavaProcess machine = new JavaProcess(program, hello, connection, memory, host, localhost, network.events());
            machines.add(machine);
            program.join(machine);
            connection.send(Reply.done(number, Texts.bytes(file.toString())).encode());
        } catch (IOException e) {
            // Without its memory the machine ends, and says why on its standard error.
            connection.close();
        }
    }
}
