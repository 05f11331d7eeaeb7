package org.sockeye.programs;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.programs.process.OwnProcess;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.wire.Endpoint;

/** A program of a run, as the run sees it: at most one process that it started, and virtual machines that have joined. */
final class RunningProgram implements Program {

    /** Who prints more is ended. */
    static final int MOST_PRINTED = 16 << 20;

    private final ProgramSpec spec;
    private final String secret;
    private final RunListener listeners;
    private final StandardInput input;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<JavaProcess> machines = new ArrayList<>();
    private @Nullable OwnProcess process;
    private boolean external;
    private boolean joined;
    private boolean listening;
    private OptionalInt status = OptionalInt.empty();

    RunningProgram(ProgramSpec spec, String secret, RunListener listeners) {
        this.spec = spec;
        this.secret = secret;
        this.listeners = listeners;
        input = new StandardInput(spec.input());
    }

    @Override
    public ProgramSpec spec() {
        return spec;
    }

    String secret() {
        return secret;
    }

    StandardInput input() {
        return input;
    }

    List<JavaProcess> machines() {
        return machines;
    }

    /** The process that was started for it. */
    void process(OwnProcess started) {
        process = started;
    }

    /** Somebody else will start it. */
    void external() {
        external = true;
    }

    void join(JavaProcess machine) {
        joined = true;
        machines.add(machine);
        if (external) {
            listeners.started(this);
        }
    }

    boolean hasJoined() {
        return joined;
    }

    void listens(Endpoint local) {
        listening = true;
        listeners.listens(this, local);
    }

    @Override
    public boolean isListening() {
        return listening && status.isEmpty();
    }

    @Override
    public List<Socket> sockets() {
        List<Socket> all = new ArrayList<>();
        machines.forEach(machine -> all.addAll(machine.account().sockets()));
        return all;
    }

    /** A virtual machine has ended, or let go of us. */
    void lost() {
        if (external && machines.stream().allMatch(JavaProcess::hasEnded)) {
            end(0);
        }
    }

    /** Takes in what it has printed and whether it has ended. */
    void look() {
        OwnProcess own = process;
        if (own == null || status.isPresent()) {
            return;
        }
        OptionalInt now = own.status();
        own.drain(bytes -> print(false, bytes), bytes -> print(true, bytes));
        if (now.isPresent()) {
            end(now.getAsInt());
        }
    }

    private void print(boolean error, byte[] bytes) {
        ByteArrayOutputStream to = error ? errors : output;
        to.write(bytes, 0, Math.min(bytes.length, MOST_PRINTED - Math.min(MOST_PRINTED, to.size())));
        listeners.output(this, error, bytes);
    }

    /** True if it has printed all that it may. */
    boolean printsForEver() {
        return Math.max(output.size(), errors.size()) == MOST_PRINTED;
    }

    private void end(int with) {
        if (status.isEmpty()) {
            status = OptionalInt.of(with);
            machines.forEach(JavaProcess::close);
            listeners.exited(this, with);
        }
    }

    /** True if it ended well without ever having joined: it is no Java program, or an unusual one. */
    boolean ranUnwrapped() {
        return !external && !joined && status.isPresent() && status.getAsInt() == 0;
    }

    /** True if it will do nothing until it is given something; true for one that has ended, too. */
    boolean isIdle() {
        if (status.isPresent()) {
            return true;
        }
        boolean anyAlive = false;
        for (JavaProcess machine : machines) {
            if (!machine.isIdle()) {
                return false;
            }
            anyAlive |= !machine.hasEnded();
        }
        return anyAlive;
    }

    @Override
    public boolean isWaiting() {
        return status.isEmpty() && isIdle() && machines.stream().noneMatch(JavaProcess::isHeld);
    }

    /** True if it waits for somebody to type. */
    boolean isWaitingForTyping() {
        return status.isEmpty() && (input.isAwaited()
                || machines.stream()
                        .anyMatch(machine -> !machine.hasEnded() && machine.pacemaker().isWaitingForTyping()));
    }

    /**
     * What it does and where, in words, as its virtual machines have described it, and which bytes its sockets hold.
     *
     * @param verb "waits" or "is busy": as it was found, which being asked may have changed for a moment
     */
    String describe(String verb) {
        if (!joined) {
            return spec.name() + " has not joined the network";
        }
        List<String> places = new ArrayList<>();
        machines.forEach(machine -> machine.description().ifPresent(places::addAll));
        List<String> held = Unread.of(sockets());
        return spec.name() + " " + verb + (places.isEmpty() ? "" : " in " + String.join(" and ", places))
                + (held.isEmpty() ? "" : " (" + String.join(", ", held) + ")");
    }

    @Override
    public OptionalInt exitStatus() {
        return status;
    }

    @Override
    public byte[] output() {
        return output.toByteArray();
    }

    @Override
    public byte[] errors() {
        return errors.toByteArray();
    }

    @Override
    public void type(byte[] bytes) {
        requireTyped();
        input.add(bytes);
    }

    @Override
    public void endInput() {
        requireTyped();
        input.end();
    }

    private void requireTyped() {
        if (!(spec.input() instanceof ProgramSpec.Input.Typed)) {
            throw new IllegalStateException("the input of " + spec.name() + " is not typed");
        }
    }

    @Override
    public void stop() {
        if (status.isEmpty()) {
            OwnProcess own = process;
            if (own != null) {
                own.kill();
                look();
            }
            end(own == null ? 0 : own.status().orElse(137));
        }
    }
}
