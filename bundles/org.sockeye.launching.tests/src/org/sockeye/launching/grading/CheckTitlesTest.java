package org.sockeye.launching.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTitlesTest {

    @Test
    void readsTitlesAndPointsInTheOrderOfTheSource() {
        assertEquals(List.of(new LabSheet.Check("The server listens", 1), new LabSheet.Check("It answers", 2.5)),
                CheckTitles.in("""
                        class Checks {
                            @Check(points = 1, title = "The server listens")
                            void listens(Stage stage) { }
                            @Hint("no check") void helper() { }
                            @Check(title = "It " + "answers", points = 2.5) @Hint("read on")
                            void answers(Stage stage) { }
                        }
                        """));
    }

    @Test
    void aCheckWithoutPointsIsWorthOne() {
        assertEquals(List.of(new LabSheet.Check("Whole", 1)),
                CheckTitles.in("class Checks { @Check(title = \"Whole\") void whole() { } }"));
    }

    @Test
    void aFileThatIsNoJavaHasNoChecks() {
        assertEquals(List.of(), CheckTitles.in("# not Java at all {"));
    }
}
