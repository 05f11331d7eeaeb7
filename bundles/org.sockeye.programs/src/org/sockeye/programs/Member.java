package org.sockeye.programs;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Command;
import org.sockeye.agent.protocol.Hello;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.programs.door.Connection;
import org.sockeye.programs.sockets.Account;
import org.sockeye.programs.time.Pacemaker;
import org.sockeye.programs.time.SharedMemory;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.topology.Host;

/** A process of a program, as a member of the network: a virtual machine, or one with the preload library. */
final class Member {

    private final RunningProgram program;
    private final Connection control;
    private final Pacemaker pacemaker;
    private final Account account;
    private final long process;
    private final boolean isNative;
    private final boolean debugged;
    private boolean going;
    /** Its connection has ended: it is about to, or executes another program. */
    private boolean leaving;
    private boolean ended;
    private @Nullable String description;

    Member(RunningProgram program, Hello hello, Connection control, SharedMemory memory, Host host,
            Optional<Host> localhost, EventQueue events) {
        this.program = program;
        this.control = control;
        process = hello.process();
        isNative = hello.role() == Role.NATIVE;
        debugged = !isNative && hello.number() == 1;
        Pacemaker.Commands commands = command -> control.send(command.encode());
        pacemaker = isNative ? Pacemaker.ofNative(process, memory, commands, program.inputLink())
                : Pacemaker.ofJava(process, memory, commands);
        account = new Account(host, program.spec().name(), localhost, events, pacemaker::stimulated,
                program::listens);
        control.receiver(this::described, this::leave);
    }

    RunningProgram program() {
        return program;
    }

    Account account() {
        return account;
    }

    Pacemaker pacemaker() {
        return pacemaker;
    }

    /** Its number in the operating system. */
    long process() {
        return process;
    }

    /** True if it is no virtual machine. */
    boolean isNative() {
        return isNative;
    }

    boolean isDebugged() {
        return debugged;
    }

    /** True until the program's main method has been allowed to run. */
    boolean isHeld() {
        return !going && !ended && !leaving;
    }

    boolean hasEnded() {
        return ended;
    }

    void go() {
        going = true;
        pacemaker.command(Command.Kind.GO, 0);
    }

    /** True if it will do nothing until it is given something. */
    boolean isIdle() {
        return ended || !leaving && (!going || pacemaker.isIdle());
    }

    /** True if all that it does is to compute on and on, without asking for anything. */
    boolean onlySpins() {
        return going && !leaving && !ended && pacemaker.onlySpins();
    }

    /** True if it has been given nothing since it was found to be idle. */
    boolean isUntouched() {
        return ended || !leaving && pacemaker.isUntouched();
    }

    /** From now on, the connection's calls are this process's. */
    void serve(Connection calls) {
        calls.receiver(body -> serve(body, reply -> {
            pacemaker.stimulated();
            calls.send(reply.encode());
        }), () -> {
        });
    }

    private void serve(ByteBuffer body, Consumer<Reply> answer) {
        pacemaker.heard();
        Call call = Call.decode(body);
        if (call.operation() == Operation.INPUT) {
            program.input().read(line -> answer.accept(Reply.done(line.length, line)));
        } else {
            account.serve(call, answer);
        }
    }

    /** Asks what its threads do; {@link #description} has the answer soon. */
    void askForDescription() {
        description = null;
        pacemaker.command(Command.Kind.DESCRIBE, 0);
    }

    private void described(ByteBuffer body) {
        description = Texts.text(Reply.decode(body).bytes());
    }

    /** A line a thread, each such as "read at Client.java:14", once the process has answered. */
    Optional<List<String>> description() {
        String text = description;
        return text == null || !ended && !pacemaker.hasObeyed() ? Optional.empty() : Optional.of(text.lines().toList());
    }

    /** Its parent, or others, may be waiting for its end; so that has not come yet. */
    private void leave() {
        leaving = true;
    }

    /** Ends what is leaving once the operating system has it no more; true if it has ended thereby, and others may go on. */
    boolean settle() {
        if (!leaving || ended || !pacemaker.hasGone()) {
            return false;
        }
        end();
        return true;
    }

    /** It has become another program, which holds its sockets now. */
    void replaced() {
        if (!ended) {
            end();
        }
    }

    private void end() {
        ended = true;
        account.close();
        pacemaker.close();
        program.lost();
    }

    /** Lets go of the process, which ends thereby. */
    void close() {
        if (!ended) {
            control.close();
            end();
        }
    }
}
