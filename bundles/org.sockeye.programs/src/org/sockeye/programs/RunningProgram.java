package org.sockeye.programs;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.programs.process.OwnProcess;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.wire.Endpoint;

/** A program of a run, as the run sees it: at most one process that it started, and processes that have joined. */
final class RunningProgram implements Program {

    /** Who prints more is ended. */
    static final int MOST_PRINTED = 16 << 20;

    private final ProgramSpec spec;
    private final String secret;
    private final RunListener listeners;
    private final StandardInput input;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<Member> members = new ArrayList<>();
    private @Nullable OwnProcess own;
    private Optional<String> whyApart = Optional.empty();
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

    List<Member> members() {
        return members;
    }

    /**
     * The process that was started for it.
     *
     * @param obstacle why it cannot join, in words; empty if it can
     */
    void process(OwnProcess started, Optional<String> obstacle) {
        own = started;
        whyApart = obstacle;
        if (input.isOver()) {
            started.feed(StandardInput.END);
        }
    }

    /** What the link of its standard input says in /proc; empty if it is not known. */
    String inputLink() {
        OwnProcess started = own;
        return started == null ? "" : started.inputLink();
    }

    /** Somebody else will start it. */
    void external() {
        external = true;
    }

    void join(Member member) {
        joined = true;
        members.add(member);
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
        members.forEach(member -> all.addAll(member.account().sockets()));
        return all;
    }

    /** A process has ended, or let go of us. */
    void lost() {
        if (external && members.stream().allMatch(Member::hasEnded)) {
            end(0);
        }
    }

    /** Takes in what it has printed and whether it has ended. */
    void look() {
        OwnProcess started = own;
        if (started == null || status.isPresent()) {
            return;
        }
        OptionalInt now = started.status();
        started.drain(bytes -> print(false, bytes), bytes -> print(true, bytes));
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
            members.forEach(Member::close);
            listeners.exited(this, with);
        }
    }

    /** True if it ended without ever having joined: well, or having reached nothing because it could not. */
    boolean ranUnwrapped() {
        return !external && !joined && status.isPresent() && (whyApart.isPresent() || status.getAsInt() == 0);
    }

    /** Why it has not joined, in words that follow its name. */
    String whyApart() {
        return whyApart.orElse("ended too early, or has undone what makes it join");
    }

    /** True if it will do nothing until it is given something; true for one that has ended, too. */
    boolean isIdle() {
        if (status.isPresent()) {
            return true;
        }
        boolean untouched = !settle() && members.stream().allMatch(Member::isUntouched);
        if (!untouched) {
            related().forEach(member -> member.pacemaker().stimulated());
        }
        boolean anyAlive = false;
        for (Member member : members) {
            if (!member.isIdle()) {
                return false;
            }
            anyAlive |= !member.hasEnded();
        }
        return anyAlive && (untouched || related().count() < 2 || allStillWait());
    }

    /** Takes in which processes have gone; true if any has. */
    private boolean settle() {
        boolean any = false;
        for (Member member : members) {
            any |= member.settle();
        }
        return any;
    }

    /** Processes that may wake each other behind the network's back, such as by pipes and signals. */
    private Stream<Member> natives() {
        return members.stream().filter(member -> member.isNative() && !member.hasEnded());
    }

    /** The same, and virtual machines too once there is more than one process. */
    private Stream<Member> related() {
        return members.size() < 2 ? natives() : members.stream().filter(member -> !member.hasEnded());
    }

    /** Each was found to wait; did all of them at the same time? */
    private boolean allStillWait() {
        return related().filter(member -> !member.isHeld()).allMatch(member -> member.pacemaker().isStillIdle());
    }

    @Override
    public boolean isWaiting() {
        return status.isEmpty() && isIdle() && members.stream().noneMatch(Member::isHeld);
    }

    /** True if it waits for somebody to type. */
    boolean isWaitingForTyping() {
        return status.isEmpty() && (input.isAwaited() || !input.isReady() && awaitsInput()
                || members.stream().anyMatch(member -> !member.isNative() && !member.hasEnded()
                        && member.pacemaker().isAwaitingInput()));
    }

    /** True if a process that is no virtual machine waits for its standard input. */
    private boolean awaitsInput() {
        OwnProcess started = own;
        return started != null && started.takesInput()
                && natives().anyMatch(member -> member.pacemaker().isAwaitingInput());
    }

    /** True if it waits for a line of input, and there is one, or the end. */
    boolean canFeed() {
        return status.isEmpty() && (input.canGive() || input.isReady() && awaitsInput());
    }

    /** Gives it the line that it waits for. */
    void feed() {
        OwnProcess started = own;
        if (input.canGive()) {
            input.give();
        } else if (started != null) {
            natives().forEach(member -> member.pacemaker().stimulated());
            started.feed(input.take());
        }
    }

    /**
     * What it does and where, in words, as its processes have described it, and which bytes its sockets hold.
     *
     * @param verb "waits" or "is busy": as it was found, which being asked may have changed for a moment
     */
    String describe(String verb) {
        if (!joined) {
            return spec.name() + " has not joined the network"
                    + whyApart.map(words -> ": its command " + words).orElse("");
        }
        List<String> places = new ArrayList<>();
        members.forEach(member -> member.description().ifPresent(places::addAll));
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
            OwnProcess started = own;
            if (started != null) {
                started.kill();
                look();
            }
            end(started == null ? 0 : started.status().orElse(137));
        }
    }
}
