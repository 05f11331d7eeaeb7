package org.sockeye.labs.story;

import java.nio.charset.StandardCharsets;

/** Bytes as a person can read them: between quotes, with what cannot be seen written as an escape. */
public final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {
    }

    public static String text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Long ones are cut in the middle, and their length is told. */
    public static String bytes(byte[] bytes) {
        StringBuilder quoted = new StringBuilder("\"");
        int zeros = trailingZeros(bytes);
        int shown = bytes.length - zeros;
        for (int i = 0; i < shown; i++) {
            if (shown > LONGEST && i == LONGEST / 2) {
                i = shown - LONGEST / 2;
                quoted.append(" … ");
            }
            quoted.append(escape(bytes[i]));
        }
        if (zeros > 0) {
            quoted.append(zeros == 1 ? "\\0" : "\\0 … \\0");
        }
        quoted.append('"');
        if (zeros > 0) {
            quoted.append(" (").append(shown).append(" bytes, then ").append(zeros).append(zeros == 1 ? " NUL)"
                    : " NULs)");
        } else if (shown > LONGEST) {
            quoted.append(" (").append(shown).append(" bytes)");
        }
        return quoted.toString();
    }

    private static int trailingZeros(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[bytes.length - 1 - zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    private static String escape(byte value) {
        return switch (value) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0 -> "\\0";
            case '"' -> "\\\"";
            default -> value >= 0x20 && value < 0x7f ? String.valueOf((char) value) : String.format("\\x%02x", value
                    & 0xff);
        };
    }
}
