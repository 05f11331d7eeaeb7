package org.sockeye.labs.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The formats in which a grade can be told. */
public enum ReportFormat {
    /** For a person at a terminal. */
    TEXT(TextReport::write),
    /** One JSON object a line; {@link JsonReport#read} reads it back. */
    JSON(JsonReport::write),
    /** The XML that build servers read: a test suite a submission. */
    JUNIT(JunitReport::write);

    private final Function<List<GradeReport>, String> writer;

    ReportFormat(Function<List<GradeReport>, String> writer) {
        this.writer = writer;
    }

    /** The reports in this format, one after the other, with a line end behind the last. */
    public String write(List<GradeReport> reports) {
        return writer.apply(reports);
    }

    /** What the command line calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, as on the command line. */
    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** All names, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
    }
}
