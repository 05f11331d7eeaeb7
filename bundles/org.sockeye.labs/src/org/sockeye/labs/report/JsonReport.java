package org.sockeye.labs.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A grade as JSON: an object with the components of {@link GradeReport} and {@link CheckResult}, on one line. */
public final class JsonReport {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JsonReport() {
    }

    static String write(List<GradeReport> reports) {
        return reports.stream().map(report -> GSON.toJson(report) + "\n").collect(Collectors.joining());
    }

    /**
     * Reads one line of what the JSON format wrote.
     *
     * @throws IllegalArgumentException if {@code json} is something else
     */
    public static GradeReport read(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, GradeReport.class)).orElseThrow();
        } catch (RuntimeException e) {
            // Gson has an exception of its own for bad JSON, and passes on those of the records for missing parts
            throw new IllegalArgumentException("not a grade in JSON; grade again", e);
        }
    }
}
