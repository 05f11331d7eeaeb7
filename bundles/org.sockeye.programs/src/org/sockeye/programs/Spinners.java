package org.sockeye.programs;

import java.util.ArrayList;
import java.util.List;

/**
 * Programs that compute on and on without asking for anything, while all others wait. They would hold the clock for ever,
 * and with it whatever they may be waiting for; so they are charged simulated time for the processor time that they burn.
 */
final class Spinners {

    private final Registry registry;
    private List<Member> spinning = List.of();

    Spinners(Registry registry) {
        this.registry = registry;
    }

    /** Looks at all programs: true if some spin, and all others wait. */
    boolean look() {
        List<Member> found = new ArrayList<>();
        spinning = List.of();
        for (RunningProgram program : registry.programs()) {
            if (program.isIdle()) {
                continue;
            }
            if (program.members().isEmpty()) {
                return false;
            }
            for (Member member : program.members()) {
                if (!member.isIdle()) {
                    if (!member.onlySpins()) {
                        return false;
                    }
                    found.add(member);
                }
            }
        }
        spinning = found;
        return !found.isEmpty();
    }

    /** True if some were spinning when last looked at. */
    boolean any() {
        return !spinning.isEmpty();
    }

    /** By how much simulated time may move on, in nanoseconds: the least that any of them owes. */
    long debt() {
        return spinning.stream().mapToLong(member -> member.pacemaker().debt()).min().orElse(0);
    }

    /** Simulated time has moved on by so much. */
    void pay(long nanoseconds) {
        spinning.forEach(member -> member.pacemaker().pay(nanoseconds));
    }

    void forget() {
        spinning = List.of();
    }
}
