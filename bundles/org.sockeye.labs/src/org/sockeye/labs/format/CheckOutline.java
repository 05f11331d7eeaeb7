package org.sockeye.labs.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be said of a check without compiling it: for showing a lab before it is graded.
 *
 * @param id the method's name
 * @param title what it checks
 * @param points what it is worth
 */
public record CheckOutline(String id, String title, double points) {

    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern CHECK = Pattern.compile("@Check\\s*\\(((?:[^\")]|" + LITERAL + ")*)\\)");
    private static final Pattern POINTS = Pattern.compile("points\\s*=\\s*([\\d.]+)");
    private static final Pattern TEXT = Pattern.compile(LITERAL);
    private static final Pattern METHOD = Pattern.compile("void\\s+(\\w+)\\s*\\(");

    /** The checks in the order in which they stand in their sources. */
    static List<CheckOutline> read(Path checks) throws IOException {
        List<CheckOutline> outlines = new ArrayList<>();
        for (Path file : Folders.javaFiles(checks)) {
            String source = Files.readString(file, StandardCharsets.UTF_8);
            Matcher check = CHECK.matcher(source);
            Matcher method = METHOD.matcher(source);
            while (check.find() && method.find(check.end())) {
                outlines.add(new CheckOutline(method.group(1), title(check.group(1)), points(check.group(1))));
            }
        }
        return outlines;
    }

    private static String title(String arguments) {
        StringBuilder title = new StringBuilder();
        TEXT.matcher(arguments).results().forEach(text -> title.append(text.group(), 1, text.group().length() - 1));
        return title.toString().translateEscapes();
    }

    private static double points(String arguments) {
        Matcher points = POINTS.matcher(TEXT.matcher(arguments).replaceAll(""));
        return points.find() ? Double.parseDouble(points.group(1)) : 1;
    }
}
