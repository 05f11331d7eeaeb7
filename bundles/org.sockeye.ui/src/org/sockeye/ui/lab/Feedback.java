package org.sockeye.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.sockeye.labs.report.CheckResult;

/** What a person reads about one check. */
final class Feedback {

    private Feedback() {
    }

    static String of(CheckResult result) {
        List<String> parts = new ArrayList<>();
        switch (result.status()) {
            case PASSED -> parts.add(Messages.passedFeedback);
            case SKIPPED -> parts.add(Messages.skippedFeedback);
            case BROKEN -> parts.add(Messages.brokenFeedback);
            case FAILED -> {
                // The story says it all.
            }
        }
        if (!result.story().isBlank()) {
            parts.add(result.story().lines().map(String::strip).map(line -> line.replaceFirst("\\s{2,}", "  "))
                    .collect(Collectors.joining("\n")).strip());
        }
        if (!result.place().isEmpty()) {
            parts.add(NLS.bind(Messages.place, result.place()));
        }
        if (result.status() == CheckResult.Status.FAILED) {
            result.hints().forEach(hint -> parts.add(NLS.bind(Messages.hint, hint)));
        }
        return result.title() + "\n\n" + String.join("\n\n", parts);
    }

    /** Points without needless decimals. */
    static String points(double points) {
        return points == Math.rint(points) ? Long.toString((long) points) : String.format("%.1f", points);
    }
}
