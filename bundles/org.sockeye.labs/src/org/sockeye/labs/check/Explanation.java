package org.sockeye.labs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sockeye.labs.story.Step.Fact;
import org.sockeye.programs.Ending;
import org.sockeye.stack.trace.TracedFrame;

/**
 * What explains a failure besides expected and actual.
 *
 * @param programs the student's programs; first the one that the expectation was about, if it was about one
 * @param ending how the run came to rest
 * @param concerned packets
 * @param trace all frames
 */
record Explanation(List<StudentProgram> programs, Ending ending, List<Packet> concerned, List<TracedFrame> trace) {

    /**
     * The line to look at: where a program computes for ever or died; else where it sent the last bytes concerned; else
     * where it waits.
     */
    String place() {
        return Stream.concat(Stream.of(Places.in(busy())), programs.stream().flatMap(this::places))
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the run says of programs that compute for ever. */
    private List<String> busy() {
        return switch (ending) {
            case Ending.WallLimit limit -> limit.busy();
            case Ending.Spin spin -> spin.busy();
            default -> List.of();
        };
    }

    private Stream<String> places(StudentProgram program) {
        Stream<String> sent = concerned.reversed().stream().map(packet -> packet.place(program.label()));
        List<String> waits = ending instanceof Ending.Deadlock deadlock
                ? deadlock.waiting().stream().filter(line -> line.startsWith(program.label() + " ")).toList()
                : List.of();
        return Stream.of(Stream.of(program.placeOfDeath()), sent, Stream.of(Places.in(waits))).flatMap(each -> each);
    }

    /** The facts in the order in which they are told. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (ending instanceof Ending.Deadlock deadlock) {
            deadlock.waiting()
                    .forEach(line -> facts.add(new Fact("because", line + ", and nothing can come any more")));
        }
        busy().forEach(line -> facts.add(new Fact("because", line)));
        programs.forEach(program -> program.condition().ifPresent(text -> facts.add(new Fact(program.role(), text))));
        String place = place();
        if (!place.isEmpty()) {
            facts.add(new Fact("look at", place));
        }
        concerned.forEach(packet -> facts
                .add(new Fact("packet " + packet.frame().number(), packet.describe(place) + loss(packet))));
        return facts;
    }

    /** The numbers of the frames concerned. */
    List<Integer> frames() {
        return concerned.stream().map(packet -> packet.frame().number()).toList();
    }

    /** Where the packet was lost, in brackets; empty if it was not. */
    private String loss(Packet packet) {
        return trace.stream().filter(frame -> frame.packet() == packet.frame().number()).map(TracedFrame::dropped)
                .filter(Objects::nonNull).findFirst().map(why -> " (" + why + ")").orElse("");
    }
}
