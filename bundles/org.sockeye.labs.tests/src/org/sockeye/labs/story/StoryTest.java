package org.sockeye.labs.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.labs.story.Step.Fact;

class StoryTest {

    @Test
    void aFailedStoryTellsTheStepsAndThenWhatWentWrong() {
        Story story = new Story();
        story.step(0, "start TCPServer");
        story.step(1_500_000, "expect the line \"A\"");
        story.fail(List.of(new Fact("expected", "\"A\\n\""), new Fact("but", "nothing came")), List.of(3, 4),
                "TCPServer.java:9");
        assertEquals("""
                     0.000 s  start TCPServer
                ✗    0.002 s  expect the line "A"
                              expected:  "A\\n"
                              but:       nothing came""".indent(0).stripTrailing(), story.text());
        assertEquals(List.of(3, 4), story.frames());
        assertEquals("TCPServer.java:9", story.place());
    }

    @Test
    void theFirstFailureIsTheOneThatIsTold() {
        Story story = new Story();
        story.step(0, "first");
        story.fail(List.of(new Fact("but", "the cause")), List.of(), "A.java:1");
        story.fail(List.of(new Fact("but", "the consequence")), List.of(), "B.java:2");
        assertEquals("A.java:1", story.place());
        assertEquals(List.of(new Step(0, "first", List.of(new Fact("but", "the cause")))), story.steps());
    }

    @Test
    void aFailureBeforeTheFirstStepHasAStepOfItsOwn() {
        Story story = new Story();
        story.fail(List.of(new Fact("but", "no")), List.of(), "");
        assertEquals("the check begins", story.steps().getFirst().text());
    }
}
