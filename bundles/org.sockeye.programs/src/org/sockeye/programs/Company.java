package org.sockeye.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.programs.door.Door;

/** All programs of a run as one: whether they wait, what wakes the next of them, and what they do. */
final class Company {

    private final Registry registry;

    Company(Registry registry) {
        this.registry = registry;
    }

    /** True if none will do anything until it is given something. */
    boolean isIdle() {
        for (RunningProgram program : registry.programs()) {
            if (!program.isIdle()) {
                return false;
            }
        }
        return true;
    }

    List<RunningProgram> busy() {
        return registry.programs().stream().filter(program -> !program.isIdle()).toList();
    }

    /** True if a debugger may be holding one of them. */
    boolean isHeldByDebugger() {
        return registry.members().stream()
                .anyMatch(member -> member.isDebugged() && !member.hasEnded() && !member.isIdle());
    }

    /** True if one waits for somebody to type. */
    boolean isTyping() {
        return registry.programs().stream().anyMatch(RunningProgram::isWaitingForTyping);
    }

    /** True if none has been given anything since it was found to be idle. */
    boolean isUntouched() {
        for (Member member : registry.members()) {
            if (!member.isUntouched()) {
                return false;
            }
        }
        return true;
    }

    /** Tells all what time it is: simulated nanoseconds. */
    void tell(long time) {
        registry.members().forEach(member -> member.pacemaker().now(time));
    }

    /** Lets the first program run that is held. */
    boolean startOne(long now) {
        for (RunningProgram program : registry.programs()) {
            for (Member member : program.members()) {
                if (member.isHeld()) {
                    member.pacemaker().now(now);
                    member.go();
                    return true;
                }
            }
        }
        return false;
    }

    /** Gives a line of input to the first program that waits for one. */
    boolean feedOne() {
        for (RunningProgram program : registry.programs()) {
            if (program.canFeed()) {
                program.feed();
                return true;
            }
        }
        return false;
    }

    /** Whose own wait ends first; null if none has an end. */
    @Nullable
    Member nextSleeper() {
        Member next = null;
        long earliest = Long.MAX_VALUE;
        for (RunningProgram program : registry.programs()) {
            for (Member member : program.members()) {
                long deadline = member.hasEnded() || member.isHeld() ? Long.MAX_VALUE
                        : member.pacemaker().nextDeadline();
                if (deadline < earliest) {
                    earliest = deadline;
                    next = member;
                }
            }
        }
        return next;
    }

    /** A line a program: what it waits in, or is busy with, and where; as far as it answers within half a second. */
    List<String> describe(List<RunningProgram> programs, String verb, Door door) throws IOException {
        List<Member> asked = new ArrayList<>();
        for (RunningProgram program : programs) {
            program.members().stream().filter(member -> !member.hasEnded()).forEach(asked::add);
        }
        asked.forEach(Member::askForDescription);
        long deadline = System.nanoTime() + 500_000_000;
        while (System.nanoTime() < deadline && asked.stream().anyMatch(member -> member.description().isEmpty())) {
            door.serve(10);
        }
        List<String> lines = new ArrayList<>();
        for (RunningProgram program : programs) {
            if (program.exitStatus().isEmpty()) {
                lines.add(program.describe(verb));
            }
        }
        return lines;
    }
}
