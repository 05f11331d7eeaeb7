package org.sockeye.labs.report;

import java.util.List;
import java.util.Locale;
import org.sockeye.labs.report.CheckResult.Status;

/** A grade as the XML that JUnit's runners write, one test suite a submission. */
final class JunitReport {

    private JunitReport() {
    }

    static String write(List<GradeReport> reports) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        reports.forEach(report -> write(report, xml));
        return xml.append("</testsuites>\n").toString();
    }

    private static void write(GradeReport report, StringBuilder xml) {
        xml.append(String.format(Locale.ROOT,
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">%n",
                escaped(report.lab() + " " + report.submission()), report.checks().size(), count(report, Status.FAILED),
                count(report, Status.BROKEN), count(report, Status.SKIPPED)));
        xml.append(String.format(Locale.ROOT, "  <properties><property name=\"points\" value=\"%s\"/>"
                + "<property name=\"maximum\" value=\"%s\"/></properties>%n", report.points(), report.maximum()));
        for (CheckResult check : report.checks()) {
            xml.append(String.format("  <testcase classname=\"%s\" name=\"%s\"", escaped(report.lab()), escaped(check
                    .title())));
            switch (check.status()) {
                case PASSED -> xml.append("/>\n");
                case FAILED -> element(xml, "failure", check.story());
                case BROKEN -> element(xml, "error", check.story());
                case SKIPPED -> element(xml, "skipped", report.problem().isEmpty() ? check.story() : report.problem());
            }
        }
        xml.append("</testsuite>\n");
    }

    private static long count(GradeReport report, Status status) {
        return report.checks().stream().filter(check -> check.status() == status).count();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("><").append(name).append('>').append(escaped(text)).append("</").append(name).append(
                "></testcase>\n");
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?").replace("&", "&amp;").replace("<", "&lt;").replace(">",
                "&gt;")
                .replace("\"", "&quot;");
    }
}
