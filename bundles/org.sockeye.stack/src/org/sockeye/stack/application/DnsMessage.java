package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * A DNS message (RFC 1035, section 4.1).
 *
 * <pre>
 *   0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
 * +-----------------------------------------------+
 * |                      ID                       |
 * +--+-----------+--+--+--+--+--------+-----------+
 * |QR|  opcode   |AA|TC|RD|RA| 0 AD CD|   rcode   |
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
 * @param response false for a question, true for an answer
 * @param responseCode {@link #NO_ERROR}, {@link #NO_SUCH_NAME} ...
 * @param authoritative true if the answering server is the name's own
 * @param recursionDesired true if the asker wants the server to ask others
 * @param questions what is asked, as a rule one thing
 * @param answers what is known about it
 */
public record DnsMessage(int id, boolean response, int responseCode, boolean authoritative, boolean recursionDesired,
        List<DnsQuestion> questions, List<DnsRecord> answers) {

    /** The port of name servers. */
    public static final int PORT = 53;
    /** Bytes before the questions. */
    public static final int HEADER_LENGTH = 12;

    public static final int NO_ERROR = 0;
    public static final int FORMAT_ERROR = 1;
    /** NXDOMAIN. */
    public static final int NO_SUCH_NAME = 3;
    public static final int NOT_IMPLEMENTED = 4;

    private static final Field ID = new Field("dns.id", "Transaction ID", 0, 16, Format.HEX,
            "Chosen by the asker, so that it knows which of its questions is answered. RFC 1035, section 4.1.1.");
    private static final Field FLAGS = new Field("dns.flags", "Flags", 16, 16, Format.HEX,
            "What kind of message this is. RFC 1035, section 4.1.1.");
    private static final Field RESPONSE = new Field("dns.flags.response", "Response", 16, 1, Format.FLAG,
            "Not set in a question, set in an answer. RFC 1035, section 4.1.1.");
    private static final Field OPCODE = new Field("dns.flags.opcode", "Opcode", 17, 4, Format.DECIMAL,
            "0 is a plain question. RFC 1035, section 4.1.1.");
    private static final Field AUTHORITATIVE = new Field("dns.flags.authoritative", "Authoritative", 21, 1, Format.FLAG,
            "The server answers for its own zone, not from memory. RFC 1035, section 4.1.1.");
    private static final Field TRUNCATED = new Field("dns.flags.truncated", "Truncated", 22, 1, Format.FLAG,
            "The answer did not fit; to be asked again over TCP. RFC 1035, section 4.1.1.");
    private static final Field RECURSION_DESIRED = new Field("dns.flags.recdesired", "Recursion Desired", 23, 1,
            Format.FLAG, "The server is asked to find out from others what it does not know. RFC 1035, section 4.1.1.");
    private static final Field RECURSION_AVAILABLE = new Field("dns.flags.recavail", "Recursion Available", 24, 1,
            Format.FLAG, "The server would do that. RFC 1035, section 4.1.1.");
    private static final Field RESPONSE_CODE = new Field("dns.flags.rcode", "Reply Code", 28, 4, Format.DECIMAL,
            "0 all is well, 3 there is no such name. RFC 1035, section 4.1.1.");
    private static final Field QUESTIONS = new Field("dns.count.queries", "Questions", 32, 16, Format.DECIMAL,
            "How many questions follow. RFC 1035, section 4.1.1.");
    private static final Field ANSWERS = new Field("dns.count.answers", "Answer Records", 48, 16, Format.DECIMAL,
            "How many records answer them. RFC 1035, section 4.1.1.");
    private static final Field AUTHORITIES = new Field("dns.count.auth_rr", "Authority Records", 64, 16, Format.DECIMAL,
            "How many records name servers that know better. RFC 1035, section 4.1.1.");
    private static final Field ADDITIONAL = new Field("dns.count.add_rr", "Additional Records", 80, 16, Format.DECIMAL,
            "How many records are given unasked. RFC 1035, section 4.1.1.");
    private static final FieldTable TABLE = new FieldTable(ID, FLAGS, RESPONSE, OPCODE, AUTHORITATIVE, TRUNCATED,
            RECURSION_DESIRED, RECURSION_AVAILABLE, RESPONSE_CODE, QUESTIONS, ANSWERS, AUTHORITIES, ADDITIONAL);

    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), DnsQuestion.fields(), DnsRecord.fields());
    }

    /** The question about one name. */
    public static DnsMessage query(int id, DnsQuestion question) {
        return new DnsMessage(id, false, NO_ERROR, false, true, List.of(question), List.of());
    }

    /** The answer of the server that the name belongs to. */
    public DnsMessage answer(int code, List<DnsRecord> records) {
        return new DnsMessage(id, true, code, true, recursionDesired, questions, records);
    }

    /** Reads a message; empty if it is malformed. Authority and additional records are checked and left out. */
    public static Optional<DnsMessage> parse(byte[] bytes, int offset, int length) {
        if (length < HEADER_LENGTH) {
            return Optional.empty();
        }
        DnsReader reader = new DnsReader(bytes, offset, length);
        reader.take(HEADER_LENGTH);
        List<DnsQuestion> questions = many(reader, QUESTIONS.read(bytes, offset), DnsQuestion::parse);
        List<DnsRecord> answers = many(reader, ANSWERS.read(bytes, offset), DnsRecord::parse);
        many(reader, AUTHORITIES.read(bytes, offset) + ADDITIONAL.read(bytes, offset), DnsRecord::parse);
        if (reader.failed()) {
            return Optional.empty();
        }
        return Optional.of(new DnsMessage((int) ID.read(bytes, offset), RESPONSE.read(bytes, offset) == 1,
                (int) RESPONSE_CODE.read(bytes, offset), AUTHORITATIVE.read(bytes, offset) == 1,
                RECURSION_DESIRED.read(bytes, offset) == 1, questions, answers));
    }

    private static <T> List<T> many(DnsReader reader, long count, Function<DnsReader, T> part) {
        List<T> parts = new ArrayList<>();
        for (long i = 0; i < count && !reader.failed(); i++) {
            parts.add(part.apply(reader));
        }
        return parts;
    }

    /** The message's bytes; names are not compressed. */
    public byte[] emit() {
        byte[] header = new byte[HEADER_LENGTH];
        ID.write(header, 0, id);
        RESPONSE.write(header, 0, response ? 1 : 0);
        AUTHORITATIVE.write(header, 0, authoritative ? 1 : 0);
        RECURSION_DESIRED.write(header, 0, recursionDesired ? 1 : 0);
        RESPONSE_CODE.write(header, 0, responseCode);
        QUESTIONS.write(header, 0, questions.size());
        ANSWERS.write(header, 0, answers.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        questions.forEach(question -> question.emit(out));
        answers.forEach(answer -> answer.emit(out));
        return out.toByteArray();
    }

    /** The message as a layer of a dissected frame, where it stands as {@link #parse} has read it. */
    public Envelope describe(byte[] frame, int offset, int length) {
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, offset,
                value -> value.field() == RESPONSE_CODE ? value.meaning(codeName(responseCode)) : value));
        DnsReader reader = new DnsReader(frame, offset, length);
        reader.take(HEADER_LENGTH);
        for (long i = QUESTIONS.read(frame, offset); i > 0; i--) {
            DnsQuestion.describe(reader, fields);
        }
        long records = ANSWERS.read(frame, offset) + AUTHORITIES.read(frame, offset) + ADDITIONAL.read(frame, offset);
        for (long i = records; i > 0; i--) {
            DnsRecord.describe(reader, fields);
        }
        return new Envelope(Layer.APPLICATION, "DNS", "dns", summary(), offset, length, 0, 0, fields, List.of());
    }

    private String summary() {
        StringBuilder text = new StringBuilder(response ? "answer" : "query");

        for (DnsQuestion asked : questions) {
            text.append(' ').append(DnsRecord.typeName(asked.type())).append(' ').append(asked.name());
        }
        if (responseCode != NO_ERROR) {
            text.append(": ").append(codeName(responseCode));
        }
        for (DnsRecord record : answers) {
            text.append(": ").append(switch (record.data()) {
                case DnsRecord.Data.Address held -> held.address().toString();
                case DnsRecord.Data.Pointer held -> held.name();
                case DnsRecord.Data.Other held -> DnsRecord.typeName(record.type());
            });
        }
        return text.toString();
    }

    private static String codeName(int code) {
        return switch (code) {
            case NO_ERROR -> "no error";
            case FORMAT_ERROR -> "format error";
            case 2 -> "server failure";
            case NO_SUCH_NAME -> "no such name";
            case NOT_IMPLEMENTED -> "not implemented";
            case 5 -> "refused";
            default -> "code " + code;
        };
    }
}
