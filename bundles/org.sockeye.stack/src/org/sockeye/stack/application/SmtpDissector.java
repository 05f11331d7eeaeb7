package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** Commands and replies of SMTP (RFC 5321), as far as whole lines stand in one segment. */
public final class SmtpDissector {

    /** Where mail servers listen: for each other, and for people's programs (RFC 6409). */
    public static final int PORT = 25;
    public static final int SUBMISSION_PORT = 587;

    private static final Pattern REPLY = Pattern.compile("(\\d{3})(?:[ -](.*))?");
    private static final Pattern COMMAND = Pattern.compile("([A-Za-z]{4,8})(?: +(.*))?");

    private static final Field IS_REQUEST = field("req", "Request", Format.FLAG, "Set in what a client asks.");
    private static final Field LINE = field("command_line", "Command Line", Format.TEXT, "One command.");
    private static final Field VERB = field("req.command", "Command", Format.TEXT,
            "What is to be done, such as MAIL. RFC 5321, section 4.1.1.");
    private static final Field ARGUMENT = field("req.parameter", "Request parameter", Format.TEXT,
            "To what, such as FROM:<somebody@example>.");
    private static final Field IS_REPLY = field("rsp", "Response", Format.FLAG, "Set in what a server answers.");
    private static final Field REPLY_LINE = field("response", "Response", Format.TEXT, "The answer's first line.");
    private static final Field CODE = field("response.code", "Response code", Format.DECIMAL,
            "How it went: 2xx well, 3xx go on, 4xx not now, 5xx never. RFC 5321, section 4.2.");
    private static final Field WORDS = field("rsp.parameter", "Response parameter", Format.TEXT, "The same in words.");

    private SmtpDissector() {
    }

    private static Field field(String name, String label, Format format, String meaning) {
        return new Field("smtp." + name, label, 0, 0, format, meaning);
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(List.of(IS_REQUEST, LINE, VERB, ARGUMENT, IS_REPLY, REPLY_LINE, CODE, WORDS));
    }

    /**
     * The lines that stand there; empty if they are no commands or replies, as the text of a mail.
     *
     * @param fromServer true for replies
     */
    public static Optional<Envelope> describe(byte[] frame, int offset, int length, boolean fromServer) {
        String text = new String(frame, offset, length, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        List<FieldValue> fields = new ArrayList<>();
        StringJoiner summary = new StringJoiner(" | ", fromServer ? "S: " : "C: ", "");
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf('\n', at) + 1;
            String line = text.substring(at, next).stripTrailing();
            Matcher parts = (fromServer ? REPLY : COMMAND).matcher(line);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int start = offset + at;
            if (fromServer) {
                reply(fields, parts, text.substring(at, next), start, summary);
            } else {
                command(fields, parts, text.substring(at, next), start);
                summary.add(line);
            }
            at = next;
        }
        return Optional.of(new Envelope(Layer.APPLICATION, "SMTP", "smtp", summary.toString(), offset, length, 0, 0,
                fields, List.of()));
    }

    private static void command(List<FieldValue> fields, Matcher parts, String line, int start) {
        fields.add(new FieldValue(IS_REQUEST, true, "set", start * 8, 0));
        fields.add(line(LINE, line, start));
        fields.add(part(VERB, parts, 1, start));
        if (parts.group(2) != null) {
            fields.add(part(ARGUMENT, parts, 2, start));
        }
    }

    /** Only the first line of a reply is told in full, and its code: those of the others are the same. */
    private static void reply(List<FieldValue> fields, Matcher parts, String line, int start, StringJoiner summary) {
        boolean first = fields.isEmpty();
        String words = parts.group(2) == null ? "" : parts.group(2);
        if (first) {
            fields.add(new FieldValue(IS_REPLY, true, "set", start * 8, 0));
            fields.add(line(REPLY_LINE, line, start));
            fields.add(part(CODE, parts, 1, start).as(Long.valueOf(parts.group(1)), parts.group(1)));
        }
        if (!words.isEmpty()) {
            fields.add(part(WORDS, parts, 2, start));
        }
        summary.add(first ? parts.group().stripTrailing() : words);
    }

    private static FieldValue line(Field field, String line, int start) {
        return new FieldValue(field, line, line.stripTrailing(), start * 8, line.length() * 8);
    }

    private static FieldValue part(Field field, Matcher parts, int group, int start) {
        String value = parts.group(group);
        return new FieldValue(field, value, value, (start + parts.start(group)) * 8, value.length() * 8);
    }
}
