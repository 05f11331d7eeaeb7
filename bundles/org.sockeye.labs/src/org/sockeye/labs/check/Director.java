package org.sockeye.labs.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.sockeye.labs.story.Step.Fact;
import org.sockeye.labs.story.Story;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Run;
import org.sockeye.stack.physical.Link;
import org.sockeye.stack.topology.Host;
import org.sockeye.stack.trace.TracedFrame;

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
                throw fail("it prints what it has to say and goes on", program.label() + " prints without end");
            }
        }
        switch (ending) {
            case Ending.WallLimit limit -> throw fail("it waits for the network or ends",
                    "a program computes for ever: after " + limit.nanoseconds() / 1e9
                            + " s of real time it still had not waited");
            case Ending.Failed failed -> throw new BrokenCheck(failed.reason());
            case Ending.Stopped stopped -> throw new BrokenCheck("the run was stopped");
            case Ending.Reached reached -> {}
            case Ending.Deadlock deadlock -> {}
            case Ending.SimulatedLimit limit -> {}
        }
    }

    private boolean flooding() {
        return programs.stream().anyMatch(StudentProgram::isFlooding);
    }

    /** The failure of the last step, to be thrown; the packets concerned are those on their way since it began. */
    CheckFailure fail(String expected, String actual) {
        return fail(expected, actual, Concerned.since(framesBefore, packets()));
    }

    /** The failure of the last step, to be thrown. */
    CheckFailure fail(String expected, String actual, List<Packet> concerned) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("expected", expected));
        facts.add(new Fact("but", actual));
        if (ending instanceof Ending.Deadlock deadlock) {
            deadlock.waiting().forEach(line -> facts.add(new Fact("because", line
                    + ", and nothing can come any more")));
        }
        programs.forEach(program -> program.condition().ifPresent(text -> facts.add(new Fact(program.role(), text))));
        String place = place(concerned);
        if (!place.isEmpty()) {
            facts.add(new Fact("look at", place));
        }
        concerned.forEach(packet -> facts.add(
                new Fact("packet " + packet.frame().number(), packet.describe(place) + loss(packet))));
        story.fail(facts, concerned.stream().map(packet -> packet.frame().number()).toList(), place);
        return new CheckFailure("expected " + expected + ", but " + actual);
    }

    /** Where the packet was lost, in brackets; empty if it was not. */
    private String loss(Packet packet) {
        return run.network().trace().frames().stream().filter(frame -> frame.packet() == packet.frame().number())
                .map(TracedFrame::dropped).filter(Objects::nonNull).findFirst().map(why -> " (" + why + ")").orElse("");
    }

    /** The frames so far, with their layers. */
    List<Packet> packets() {
        return Packet.all(run.network().trace().frames());
    }

    /** The line to look at: where a program died; else where it sent the last bytes concerned; else where it waits. */
    private String place(List<Packet> concerned) {
        for (StudentProgram program : programs) {
            String died = program.placeOfDeath();
            if (!died.isEmpty()) {
                return died;
            }
        }
        for (Packet packet : concerned.reversed()) {
            String sent = packet.place();
            if (!sent.isEmpty()) {
                return sent;
            }
        }
        return ending instanceof Ending.Deadlock deadlock ? Places.ofWaiting(deadlock.waiting()) : "";
    }

    static String text(Duration time) {
        double seconds = time.toNanos() / 1e9;
        return seconds == Math.rint(seconds) ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.3f s", seconds);
    }
}
