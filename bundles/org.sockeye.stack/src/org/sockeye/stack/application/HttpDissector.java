package org.sockeye.stack.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * The head of an HTTP/1.0 or HTTP/1.1 message (RFC 9112), known by its first line whatever the port, as far as it stands
 * in one segment. What follows in later segments is data.
 */
public final class HttpDissector {

    private static final Pattern REQUEST = Pattern.compile("([A-Z]{3,20}) (\\S+) (HTTP/1\\.[01])");
    private static final Pattern RESPONSE = Pattern.compile("(HTTP/1\\.[01]) (\\d{3})(?: (.*))?");
    private static final Pattern METHOD_FIRST = Pattern.compile("[A-Z]{3,20} ");
    private static final int LONGEST_START = 21;

    private static final Field IS_REQUEST = field("request", "Request", Format.FLAG, "Set in what a client asks.");
    private static final Field METHOD = field("request.method", "Method", Format.TEXT,
            "What is to be done with the resource. RFC 9110, section 9.");
    private static final Field URI = field("request.uri", "Request URI", Format.TEXT,
            "Which resource is meant. RFC 9112, section 3.2.");
    private static final Field REQUEST_VERSION = field("request.version", "Version", Format.TEXT,
            "The version that the client speaks. RFC 9112, section 2.3.");
    private static final Field IS_RESPONSE = field("response", "Response", Format.FLAG,
            "Set in what a server answers.");
    private static final Field RESPONSE_VERSION = field("response.version", "Version", Format.TEXT,
            "The version that the server speaks. RFC 9112, section 2.3.");
    private static final Field CODE = field("response.code", "Status Code", Format.DECIMAL,
            "How it went: 2xx well, 3xx look elsewhere, 4xx the client's fault, 5xx the server's. RFC 9110, section 15.");
    private static final Field PHRASE = field("response.phrase", "Reason Phrase", Format.TEXT,
            "The status code in words, for people. RFC 9112, section 4.");
    private static final Field REQUEST_LINE = field("request.line", "Header Line", Format.TEXT,
            "One thing more about the request. RFC 9112, section 5.");
    private static final Field RESPONSE_LINE = field("response.line", "Header Line", Format.TEXT,
            "One thing more about the response. RFC 9112, section 5.");
    private static final Field BODY = field("file_data", "Body", Format.BYTES,
            "The content, as far as it stands in this segment. RFC 9112, section 6.");

    private static final Map<String, Field> HEADERS = Map.of(
            "host", field("host", "Host", Format.TEXT, "Which of a server's sites is meant. RFC 9110, section 7.2."),
            "content-type",
            field("content_type", "Content Type", Format.TEXT, "What the body is. RFC 9110, section 8.3."),
            "content-length", field("content_length_header", "Content Length", Format.TEXT,
                    "Bytes of body, so that the receiver knows where it ends. RFC 9110, section 8.6."),
            "connection", field("connection", "Connection", Format.TEXT,
                    "Whether the connection stays open for more. RFC 9112, section 9."),
            "user-agent",
            field("user_agent", "User Agent", Format.TEXT, "Which program asks. RFC 9110, section 10.1.5."),
            "server", field("server", "Server", Format.TEXT, "Which program answers. RFC 9110, section 10.2.4."),
            "transfer-encoding", field("transfer_encoding", "Transfer Encoding", Format.TEXT,
                    "How the body is cut into pieces. RFC 9112, section 6.1."));

    private HttpDissector() {
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(
                List.of(IS_REQUEST, METHOD, URI, REQUEST_VERSION, IS_RESPONSE, RESPONSE_VERSION, CODE, PHRASE,
                        REQUEST_LINE, RESPONSE_LINE, BODY),
                HEADERS.values().stream().sorted(
                        (a, b) -> a.name().compareTo(b.name())).toList());
    }

    private static Field field(String name, String label, Format format, String meaning) {
        return new Field("http." + name, label, 0, 0, format, meaning);
    }

    /** The message that begins at {@code offset}; empty if none does. */
    public static Optional<Envelope> describe(byte[] frame, int offset, int length) {
        String start = new String(frame, offset, Math.min(length, LONGEST_START), StandardCharsets.ISO_8859_1);
        boolean response = start.startsWith("HTTP/1.");
        if (!response && !METHOD_FIRST.matcher(start).lookingAt()) {
            return Optional.empty();
        }
        String text = new String(frame, offset, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        Matcher line = (response ? RESPONSE : REQUEST).matcher(text.substring(0, Math.max(0, end)).stripTrailing());
        if (!line.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Message(frame, offset, text, response, line).describe());
    }

    /** A message being read. */
    private record Message(byte[] frame, int offset, String text, boolean response, Matcher line) {

        Envelope describe() {
            List<FieldValue> fields = new ArrayList<>();
            fields.add(new FieldValue(response ? IS_RESPONSE : IS_REQUEST, true, "set", offset * 8, 0));
            if (response) {
                fields.add(group(RESPONSE_VERSION, 1));
                FieldValue code = group(CODE, 2);
                fields.add(code.as(Long.valueOf(line.group(2)), line.group(2)));
                if (line.group(3) != null) {
                    fields.add(group(PHRASE, 3));
                }
            } else {
                fields.add(group(METHOD, 1));
                fields.add(group(URI, 2));
                fields.add(group(REQUEST_VERSION, 3));
            }
            int head = headers(fields);
            if (head < text.length()) {
                fields.add(FieldTable.value(BODY, frame, (offset + head) * 8, (text.length() - head) * 8));
            }
            return new Envelope(Layer.APPLICATION, "HTTP", "http", line.group(), offset, head, text.length() - head, 0,
                    fields, List.of());
        }

        private FieldValue group(Field field, int number) {
            return placed(field, line.group(number), line.start(number), line.end(number) - line.start(number));
        }

        private FieldValue placed(Field field, String value, int at, int length) {
            return new FieldValue(field, value, value, (offset + at) * 8, length * 8);
        }

        /** Adds the header lines and returns the length of the head: up to the empty line, or all there is. */
        private int headers(List<FieldValue> fields) {
            int at = next(0);
            while (at < text.length()) {
                int next = next(at);
                String whole = text.substring(at, next).stripTrailing();
                if (whole.isEmpty()) {
                    return next;
                }
                fields.add(placed(response ? RESPONSE_LINE : REQUEST_LINE, whole, at, whole.length()));
                int colon = whole.indexOf(':');
                Field known = colon < 0 ? null : HEADERS.get(whole.substring(0, colon).toLowerCase(Locale.ROOT));
                if (known != null) {
                    String value = whole.substring(colon + 1).strip();
                    fields.add(placed(known, value, at + whole.lastIndexOf(value), value.length()));
                }
                at = next;
            }
            return text.length();
        }

        private int next(int at) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }
    }
}
