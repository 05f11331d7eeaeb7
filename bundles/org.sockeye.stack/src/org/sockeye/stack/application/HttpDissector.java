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
    private static final Field BODY = field("file_data", "Body", Format.TEXT,
            "The content, as far as it stands in this segment. RFC 9112, section 6.");

    private static final Map<String, Field> HEADERS = Map.ofEntries(header("Accept", "RFC 9110, section 12.5.1."),
            header("Accept-Encoding", "RFC 9110, section 12.5.3."),
            header("Accept-Language", "RFC 9110, section 12.5.4."),
            header("Authorization", "RFC 9110, section 11.6.2."), header("Cache-Control", "RFC 9111, section 5.2."),
            header("Connection", "Whether it stays open behind this message. RFC 9110, section 7.6.1."),
            header("Content-Encoding", "RFC 9110, section 8.4."),
            Map.entry("content-length", field("content_length_header", "Content Length", Format.TEXT,
                    "How many bytes of body follow. RFC 9110, section 8.6.")),
            header("Content-Type", "What the body is. RFC 9110, section 8.3."), header("Cookie", "RFC 6265."),
            header("Date", "RFC 9110, section 6.6.1."),
            header("Host", "Which of a server's sites is meant. RFC 9110, section 7.2."),
            header("Last-Modified", "RFC 9110, section 8.8.2."), header("Location", "RFC 9110, section 10.2.2."),
            header("Referer", "RFC 9110, section 10.1.3."), header("Set-Cookie", "RFC 6265."),
            header("Server", "Which program answers. RFC 9110, section 10.2.4."),
            header("Transfer-Encoding", "How the body is cut into pieces. RFC 9112, section 6.1."),
            header("User-Agent", "Which program asks. RFC 9110, section 10.1.5."));

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

    private static Map.Entry<String, Field> header(String name, String meaning) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Map.entry(lower, field(lower.replace('-', '_'), name, Format.TEXT, meaning));
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
            int body = bodyLength(fields, text.length() - head);
            Optional<String> readable = body == 0 || isPacked(fields) ? Optional.empty()
                    : PlainDissector.text(frame, offset + head, body);
            readable.ifPresent(words -> fields.add(new FieldValue(BODY, words, PlainDissector.quoted(words),
                    (offset + head) * 8, body * 8)));
            return new Envelope(Layer.APPLICATION, "HTTP", "http", line.group(), offset, head, body, 0, fields,
                    List.of());
        }

        /** As many of the bytes that are there as the header says; a request that says nothing has no body. */
        private int bodyLength(List<FieldValue> fields, int there) {
            Optional<String> declared = value(fields, "http.content_length_header");
            if (declared.isPresent() && declared.get().matches("\\d{1,9}")) {
                return Math.min(there, Integer.parseInt(declared.get()));
            }
            return response || value(fields, "http.transfer_encoding").isPresent() ? there : 0;
        }

        /** True if the body is not what it looks like. */
        private static boolean isPacked(List<FieldValue> fields) {
            return value(fields, "http.transfer_encoding").isPresent()
                    || value(fields, "http.content_encoding").isPresent();
        }

        private static Optional<String> value(List<FieldValue> fields, String name) {
            return fields.stream().filter(field -> field.field().name().equals(name)).map(FieldValue::text).findFirst();
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
                fields.add(placed(response ? RESPONSE_LINE : REQUEST_LINE, whole, at, next - at)
                        .as(text.substring(at, next), whole));
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
