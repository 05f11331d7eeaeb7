package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A DNS message (RFC 1035, section 4.1).
 *
 * <pre>
 *   0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
 * +-----------------------------------------------+
 * |                      ID                       |
 * +--+-----------+--+--+--+--+--------+-----------+
 * |QR|  opcode   |AA|TC|RD|RA| 0|AD|CD|   rcode   |
 * +--+-----------+--+--+--+--+--------+-----------+
 * |                number of questions            |
 * |                number of answers              |
 * |                number of authorities          |
 * |                number of additional records   |
 * +-----------------------------------------------+
 * |  questions, then the records in that order    |
 * </pre>
 *
 * @param id chosen by the asker; comes back in the answer
 * @param flags what kind of message it is and how it went: the second word, bit for bit
 * @param questions what is asked, as a rule one thing
 * @param answers what is known about it
 * @param authorities who knows better, or vouches that there is nothing
 * @param additional what is said unasked
 */
public record DnsMessage(int id, int flags, List<DnsQuestion> questions, List<DnsRecord> answers,
        List<DnsRecord> authorities, List<DnsRecord> additional) {

    /** The port of name servers. */
    public static final int PORT = 53;
    /** Bytes before the questions. */
    public static final int HEADER_LENGTH = 12;

    public static final int NO_ERROR = 0;
    public static final int FORMAT_ERROR = 1;
    /** NXDOMAIN. */
    public static final int NO_SUCH_NAME = 3;
    public static final int NOT_IMPLEMENTED = 4;

    public static final int SERVER_FAILURE = 2;
    public static final int REFUSED = 5;
    /** How many bytes of UDP payload everybody takes (section 4.2.1). */
    public static final int SMALLEST_LIMIT = 512;

    private static final int RESPONSE_FLAG = 0x8000;
    private static final int AUTHORITATIVE_FLAG = 0x0400;
    private static final int TRUNCATED_FLAG = 0x0200;
    private static final int RECURSION_DESIRED_FLAG = 0x0100;
    private static final int RECURSION_AVAILABLE_FLAG = 0x0080;
    private static final int OPCODE_MASK = 0x7800;
    private static final int CODE_MASK = 0xf;

    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authorities = List.copyOf(authorities);
        additional = List.copyOf(additional);
    }

    /** The question about one name, by somebody who takes answers of {@code size} bytes over UDP. */
    public static DnsMessage query(int id, DnsQuestion question, int size) {
        return new DnsMessage(id, RECURSION_DESIRED_FLAG, List.of(question), List.of(), List.of(),
                List.of(DnsRecord.edns(size)));
    }

    /** The question about one name, without anything that is younger than RFC 1035. */
    public static DnsMessage query(int id, DnsQuestion question) {
        return new DnsMessage(id, RECURSION_DESIRED_FLAG, List.of(question), List.of(), List.of(), List.of());
    }

    /** The answer of the server that the name belongs to. */
    public DnsMessage answer(int code, List<DnsRecord> records) {
        return answer(code, records, List.of());
    }

    /**
     * The same, with records that vouch for it. Whoever asks with EDNS is answered with it (RFC 6891, section 6.1.1).
     *
     * @param code {@link #NO_ERROR} ...
     */
    public DnsMessage answer(int code, List<DnsRecord> records, List<DnsRecord> vouching) {
        int kept = flags & (OPCODE_MASK | RECURSION_DESIRED_FLAG);
        List<DnsRecord> extra = limit() > SMALLEST_LIMIT ? List.of(DnsRecord.edns(limit())) : List.of();
        return new DnsMessage(id, RESPONSE_FLAG | AUTHORITATIVE_FLAG | RECURSION_AVAILABLE_FLAG | kept | code,
                questions, records, vouching, extra);
    }

    /** The answer when it does not fit: to be asked for again over TCP. */
    public DnsMessage cutShort() {
        return new DnsMessage(id, flags | TRUNCATED_FLAG, questions, List.of(), List.of(), additional);
    }

    /** False for a question, true for an answer. */
    public boolean response() {
        return (flags & RESPONSE_FLAG) != 0;
    }

    /** True if {@code message} says what became of this question. */
    boolean isAnsweredBy(DnsMessage message) {
        return message.response() && message.id() == id && message.questions().equals(questions);
    }

    /** 0 for a plain question. */
    public int opcode() {
        return (flags & OPCODE_MASK) >> 11;
    }

    /** {@link #NO_ERROR}, {@link #NO_SUCH_NAME} ... */
    public int responseCode() {
        return flags & CODE_MASK;
    }

    /** True if the answering server is the name's own. */
    public boolean authoritative() {
        return (flags & AUTHORITATIVE_FLAG) != 0;
    }

    /** True if the answer did not fit. */
    public boolean truncated() {
        return (flags & TRUNCATED_FLAG) != 0;
    }

    /** How many bytes of UDP payload its sender takes. */
    public int limit() {
        return additional.stream().filter(record -> record.type() == DnsType.OPT).findFirst()
                .map(record -> Math.max(record.kind(), SMALLEST_LIMIT)).orElse(SMALLEST_LIMIT);
    }

    /** Reads a message; empty if it is malformed. */
    public static Optional<DnsMessage> parse(byte[] bytes, int offset, int length) {
        if (length < HEADER_LENGTH) {
            return Optional.empty();
        }
        DnsReader reader = new DnsReader(bytes, offset, length);
        int id = (int) reader.number(2);
        int flags = (int) reader.number(2);
        int[] counts = new int[4];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) reader.number(2);
        }
        DnsMessage message = new DnsMessage(id, flags, many(reader, counts[0], DnsQuestion::parse),
                many(reader, counts[1], DnsRecord::parse), many(reader, counts[2], DnsRecord::parse),
                many(reader, counts[3], DnsRecord::parse));
        return reader.failed() ? Optional.empty() : Optional.of(message);
    }

    private static <T> List<T> many(DnsReader reader, int count, Function<DnsReader, T> part) {
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < count && !reader.failed(); i++) {
            parts.add(part.apply(reader));
        }
        return parts;
    }

    /** The message's bytes. */
    public byte[] emit() {
        DnsWriter out = new DnsWriter();
        out.number(id, 2).number(flags, 2).number(questions.size(), 2).number(answers.size(), 2)
                .number(authorities.size(), 2).number(additional.size(), 2);
        questions.forEach(question -> question.emit(out));
        answers.forEach(record -> record.emit(out));
        authorities.forEach(record -> record.emit(out));
        additional.forEach(record -> record.emit(out));
        return out.toByteArray();
    }

    /** One line for a person, such as "answer A server: 10.0.2.2". */
    public String summary() {
        StringBuilder text = new StringBuilder(response() ? "answer" : "query");
        for (DnsQuestion asked : questions) {
            text.append(' ').append(DnsType.name(asked.type())).append(' ').append(asked.name());
        }
        if (responseCode() != NO_ERROR) {
            text.append(": ").append(codeName(responseCode()));
        }
        for (DnsRecord record : answers) {
            String words = record.data().words();
            text.append(": ").append(words.isEmpty() ? DnsType.name(record.type()) : words);
        }
        return text.toString();
    }

    /** Such as "no such name". */
    static String codeName(int code) {
        return switch (code) {
            case NO_ERROR -> "no error";
            case FORMAT_ERROR -> "format error";
            case SERVER_FAILURE -> "server failure";
            case NO_SUCH_NAME -> "no such name";
            case NOT_IMPLEMENTED -> "not implemented";
            case REFUSED -> "refused";
            default -> "code " + code;
        };
    }
}
