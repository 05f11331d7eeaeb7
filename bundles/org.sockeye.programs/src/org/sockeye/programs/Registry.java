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

/** The programs of a run, and the processes that have joined it. */
final class Registry implements Door.Visitors {

    private final Path directory;
    private final Network network;
    private final Optional<Host> localhost;
    private final Instant start;
    private final List<RunningProgram> programs = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    Registry(Path directory, Network network, Optional<Host> localhost, Instant start) {
        this.directory = directory;
        this.network = network;
        this.localhost = localhost;
        this.start = start;
    }

    List<RunningProgram> programs() {
        return programs;
    }

    List<Member> members() {
        return members;
    }

    @Override
    public void greet(Hello hello, Connection connection) {
        if (hello.role() == Role.CONTROL || hello.role() == Role.NATIVE) {
            programs.stream()
                    .filter(program -> program.secret().equals(hello.secret()) && program.exitStatus().isEmpty())
                    .findFirst().ifPresentOrElse(program -> join(program, hello, connection), connection::close);
            return;
        }
        Member member = member(hello);
        if (member == null) {
            connection.close();
            return;
        }
        // The thread that opens a connection may have been seen waiting already: for the call that it is about to make.
        member.pacemaker().stimulated();
        if (hello.role() == Role.CALLS) {
            member.serve(connection);
            connection.send(Reply.done(0).encode());
        } else {
            socket(member, hello, connection);
        }
    }

    private @Nullable Member member(Hello hello) {
        if (hello.process() < 0 || hello.process() >= members.size()) {
            return null;
        }
        Member member = members.get((int) hello.process());
        return member.hasEnded() || !member.program().secret().equals(hello.secret()) ? null : member;
    }

    private static void socket(Member member, Hello hello, Connection connection) {
        Role role = hello.role();
        int number = role == Role.ACCEPTED ? hello.number()
                : member.account().open(role == Role.STREAM, hello.number() == 6);
        connection.send(Reply.done(number).encode());
        member.account().attach(number, connection.detach());
    }

    /** Gives a process that was forked or executed what it inherits. */
    private void succeed(Member member, Hello hello) {
        if (hello.role() == Role.NATIVE && hello.number() >= 0 && hello.number() < members.size()
                && members.get(hello.number()).program() == member.program()) {
            member.account().inherit(members.get(hello.number()).account());
        }
        member.program().members().stream().filter(other -> other.process() == member.process())
                .forEach(Member::replaced);
    }

    private void join(RunningProgram program, Hello hello, Connection connection) {
        try {
            int number = members.size();
            Path file = directory.resolve("memory-" + number);
            SharedMemory memory = SharedMemory.create(file, start);
            Host host = network.host(program.spec().host());
            Member member = new Member(program, hello, connection, memory, host, localhost, network.events());
            succeed(member, hello);
            members.add(member);
            program.join(member);
            connection.send(Reply.done(number, Texts.bytes(file.toString())).encode());
        } catch (IOException e) {
            // Without its memory the process ends, and says why on its standard error.
            connection.close();
        }
    }
}
