package org.sockeye.labs.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.sockeye.programs.Program;
import org.sockeye.programs.RunListener;

/** What one program has printed, as far as it is worth keeping. */
final class Printed implements RunListener {

    /** More than this is a loop that prints, not a program that answers. */
    private static final int FLOOD = 1 << 20;

    private final String name;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private long total;

    Printed(String name) {
        this.name = name;
    }

    @Override
    public void output(Program program, boolean error, byte[] bytes) {
        if (program.spec().name().equals(name)) {
            total += bytes.length;
            if (total <= FLOOD) {
                (error ? errors : output).writeBytes(bytes);
            }
        }
    }

    boolean isFlooding() {
        return total > FLOOD;
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** True if a line ends with {@code text}; white space and NULs make no difference. */
    boolean hasLineEndingWith(String text) {
        String wanted = squeezed(text);
        return output.toString(StandardCharsets.UTF_8).lines().anyMatch(line -> squeezed(line).endsWith(wanted));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\x00]+", "");
    }
}
