package org.sockeye.labs.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.sockeye.labs.story.Step.Fact;
import org.sockeye.labs.story.Story;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Run;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.topology.Host;

/** Drives the run for everybody on the stage, tells the story, and gathers what explains a failure. */
final class Director {

    /** How long an expectation waits for a program to do its part, if the check does not say otherwise. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Run run;
    private final Story story;
    private final List<StudentProgram> programs = new ArrayList<>();
    private Ending ending = new Ending.Reached();
    private int framesBefore;

    Director(Run run, Story story) {
        this.run = run;
        this.story = story;
    }

    Run run() {
        return run;
    }

    long now() {
        return run.network().events().now();
    }

    void step(String text) {
        framesBefore = run.network().trace().frames().size();
        story.step(now(), text);
    }

    void joined(StudentProgram program) {
        programs.add(program);
    }

    Host host(String name) {
        try {
            return run.network().host(name);
        } catch (IllegalArgumentException e) {
            throw new BrokenCheck(String.valueOf(e.getMessage()));
        }
    }

    Link link(String name) {
        try {
            return run.network().link(name);
        } catch (IllegalArgumentException e) {
            throw new BrokenCheck(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Lets everything run until {@code done} holds or nothing more is to be hoped for.
     *
     * @return whether {@code done} holds
     * @throws CheckFailure if a program computes or prints for ever
     */
    boolean drive(BooleanSupplier done, Duration patience) {
        ending = run.until(() -> flooding() || done.getAsBoolean(), now() + patience.toNanos());
        settle();
        return done.getAsBoolean();
    }

    /** Lets everything run until {@code program} listens, waits or has ended. */
    void begin(StudentProgram program) {
        ending = run.untilListeningOrWaiting(program.program());
        settle();
    }

    private void settle() {
        for (StudentProgram program : programs) {
            if (program.isFlooding()) {
                throw fail(program, "it prints what it has to say and goes on",
                        program.label() + " prints without end");
            }
        }
        switch (ending) {
            case Ending.WallLimit limit -> throw computesForEver(limit.nanoseconds());
            case Ending.Spin spin -> throw computesForEver(spin.nanoseconds());
            case Ending.OutputLimit limit -> throw fail("it prints what it has to say and goes on", limit.text());
            case Ending.Failed failed -> throw new BrokenCheck(failed.reason());
            case Ending.Stopped stopped -> throw new BrokenCheck("the run was stopped");
            case Ending.Reached reached -> {}
            case Ending.Deadlock deadlock -> {}
            case Ending.SimulatedLimit limit -> {}
        }
    }

    private CheckFailure computesForEver(long nanoseconds) {
        return fail("it waits for the network or ends", "a program computes for ever: after " + nanoseconds / 1e9
                + " s of real time it still had not waited");
    }

    private boolean flooding() {
        return programs.stream().anyMatch(StudentProgram::isFlooding);
    }

    /** The failure of the last step, to be thrown; the packets concerned are those on their way since it began. */
    CheckFailure fail(String expected, String actual) {
        return fail(expected, actual, programs, Concerned.since(framesBefore, packets()));
    }

    /** The same for an expectation about one program. */
    CheckFailure fail(StudentProgram about, String expected, String actual) {
        List<StudentProgram> ordered = Stream.concat(Stream.of(about), programs.stream().filter(each -> each != about))
                .toList();
        return fail(expected, actual, ordered, Concerned.since(framesBefore, packets()));
    }

    /** The same for an expectation about these packets. */
    CheckFailure fail(String expected, String actual, List<Packet> concerned) {
        return fail(expected, actual, programs, Concerned.shortened(concerned));
    }

    private CheckFailure fail(String expected, String actual, List<StudentProgram> ordered, List<Packet> concerned) {
        Explanation explanation = new Explanation(ordered, ending, concerned, run.network().trace().frames());
        List<Fact> facts = new ArrayList<>(List.of(new Fact("expected", expected), new Fact("but", actual)));
        facts.addAll(explanation.facts());
        story.fail(facts, explanation.frames(), explanation.place());
        return new CheckFailure("expected " + expected + ", but " + actual);
    }

    /** The frames so far, with their layers. */
    List<Packet> packets() {
        return Packet.all(run.network().trace().frames());
    }

    static String text(Duration time) {
        double seconds = time.toNanos() / 1e9;
        return seconds == Math.rint(seconds) ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.3f s", seconds);
    }
}
