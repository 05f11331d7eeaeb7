package org.sockeye.labs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.labs.report.CheckResult.Status;
import org.w3c.dom.Element;

class ReportFormatTest {

    private static final CheckResult PASSED = new CheckResult("one", "One", Status.PASSED, 1.5, 1.5, "", List.of(), List
            .of(), "");
    private static final CheckResult FAILED = new CheckResult("two", "Two <&\">", Status.FAILED, 0, 2,
            "✗ 0.000 s  expect \"x\"\n  but: \u0001 nothing", List.of("Look again."), List.of(4, 7), "A.java:3");
    private static final GradeReport REPORT = new GradeReport("a-lab", "A lab", "work.zip", "", List.of(PASSED,
            FAILED));

    @Test
    void jsonIsOneLineAReportAndIsReadBack() {
        String json = ReportFormat.JSON.write(List.of(REPORT, REPORT));
        assertEquals(2, json.lines().count());
        json.lines().forEach(line -> assertEquals(REPORT, JsonReport.read(line)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{\"checks\":null}", "{}" })
    void somethingElseIsNotReadAsAReport(String json) {
        assertThrows(IllegalArgumentException.class, () -> JsonReport.read(json));
    }

    @Test
    void textTellsPointsStoryAndHints() {
        assertEquals("""
                a-lab: A lab
                work.zip

                ✓ 1.5/1.5 One
                ✗   0/2   Two <&">
                            ✗ 0.000 s  expect "x"
                              but: \u0001 nothing
                            hint: Look again.


                1.5 of 3.5 points, 1 of 2 checks passed
                """, ReportFormat.TEXT.write(List.of(REPORT)));
    }

    @Test
    void textTellsWhyNothingCouldBeGraded() {
        String text = ReportFormat.TEXT.write(List.of(new GradeReport("a-lab", "A lab", "work.zip",
                "it does not compile: A.java:1: no",
                List.of())));
        assertTrue(text.contains("Nothing could be graded: it does not compile: A.java:1: no\n"), text);
    }

    @Test
    void junitIsWellFormedWhateverTheStorySays() throws Exception {
        String xml = ReportFormat.JUNIT.write(List.of(REPORT, REPORT));
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertEquals(2, root.getElementsByTagName("testsuite").getLength());
        assertEquals(2, root.getElementsByTagName("failure").getLength());
        assertEquals("Two <&\">", ((Element) root.getElementsByTagName("testcase").item(1)).getAttribute("name"));
    }
}
