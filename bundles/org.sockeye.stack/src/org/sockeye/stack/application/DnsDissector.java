package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** A DNS message's fields where they stand in a frame (RFC 1035, section 4). */
public final class DnsDissector {

    private static final Field LENGTH = new Field("dns.length", "Length", 0, 16, Format.DECIMAL,
            "Bytes of the message that follows; over TCP nothing else says where it ends. RFC 1035, section 4.2.2.");
    private static final Field ID = new Field("dns.id", "Transaction ID", 0, 16, Format.HEX,
            "Chosen by the asker, so that it knows which of its questions is answered. RFC 1035, section 4.1.1.");
    private static final Field FLAGS = new Field("dns.flags", "Flags", 16, 16, Format.HEX,
            "What kind of message this is. RFC 1035, section 4.1.1.");
    private static final Field RESPONSE = flag("response", "Response", 16,
            "Not set in a question, set in an answer. RFC 1035, section 4.1.1.");
    private static final Field OPCODE = new Field("dns.flags.opcode", "Opcode", 17, 4, Format.DECIMAL,
            "0 is a plain question. RFC 1035, section 4.1.1.");
    private static final Field AUTHORITATIVE = flag("authoritative", "Authoritative", 21,
            "The server answers for its own zone, not from memory. RFC 1035, section 4.1.1.");
    private static final Field TRUNCATED = flag("truncated", "Truncated", 22,
            "The answer did not fit; to be asked again over TCP. RFC 1035, section 4.1.1.");
    private static final Field RECURSION_DESIRED = flag("recdesired", "Recursion Desired", 23,
            "The server is asked to find out from others what it does not know. RFC 1035, section 4.1.1.");
    private static final Field RECURSION_AVAILABLE = flag("recavail", "Recursion Available", 24,
            "The server would do that. RFC 1035, section 4.1.1.");
    private static final Field ZERO = flag("z", "Z", 25, "Must be zero. RFC 1035, section 4.1.1.");
    private static final Field AUTHENTICATED = flag("authenticated", "Answer Authenticated", 26,
            "The server has verified all signatures. RFC 4035, section 3.2.3.");
    private static final Field UNCHECKED = flag("checkdisable", "Non-authenticated Data", 27,
            "The asker takes answers whose signatures are not verified. RFC 4035, section 3.2.2.");
    private static final Field RESPONSE_CODE = new Field("dns.flags.rcode", "Reply Code", 28, 4, Format.DECIMAL,
            "0 all is well, 3 there is no such name. RFC 1035, section 4.1.1.");
    private static final Field QUESTIONS = count("queries", "Questions", 32, "How many questions follow.");
    private static final Field ANSWERS = count("answers", "Answer Records", 48, "How many records answer them.");
    private static final Field AUTHORITIES = count("auth_rr", "Authority Records", 64,
            "How many records name servers that know better, or vouch that there is nothing.");
    private static final Field ADDITIONAL = count("add_rr", "Additional Records", 80,
            "How many records are given unasked.");

    private static final FieldTable QUERY = new FieldTable(ID, FLAGS, RESPONSE, OPCODE, TRUNCATED, RECURSION_DESIRED,
            ZERO, UNCHECKED, QUESTIONS, ANSWERS, AUTHORITIES, ADDITIONAL);
    private static final FieldTable ANSWER = new FieldTable(ID, FLAGS, RESPONSE, OPCODE, AUTHORITATIVE, TRUNCATED,
            RECURSION_DESIRED, RECURSION_AVAILABLE, ZERO, AUTHENTICATED, UNCHECKED, RESPONSE_CODE, QUESTIONS, ANSWERS,
            AUTHORITIES, ADDITIONAL);

    private DnsDissector() {
    }

    private static Field flag(String name, String label, int bit, String meaning) {
        return new Field("dns.flags." + name, label, bit, 1, Format.FLAG, meaning);
    }

    private static Field count(String name, String label, int bit, String meaning) {
        return new Field("dns.count." + name, label, bit, 16, Format.DECIMAL, meaning + " RFC 1035, section 4.1.1.");
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(List.of(LENGTH), ANSWER.fields(), DnsRecordFields.all());
    }

    /**
     * A message as a layer of a dissected frame.
     *
     * @param message as it has been read from these bytes
     * @param prefix bytes of length before it: 2 over TCP, 0 over UDP
     */
    public static Envelope describe(DnsMessage message, byte[] frame, int offset, int length, int prefix) {
        List<FieldValue> fields = new ArrayList<>();
        if (prefix > 0) {
            fields.add(FieldTable.value(LENGTH, frame, (offset - prefix) * 8, prefix * 8));
        }
        fields.addAll((message.response() ? ANSWER : QUERY).describe(frame, offset, DnsDissector::words));
        DnsReader reader = new DnsReader(frame, offset, length);
        reader.take(DnsMessage.HEADER_LENGTH);
        message.questions().forEach(question -> DnsRecordFields.question(reader, fields));
        int records = message.answers().size() + message.authorities().size() + message.additional().size();
        for (int i = 0; i < records; i++) {
            DnsRecordFields.record(reader, fields);
        }
        return new Envelope(Layer.APPLICATION, "DNS", "dns", message.summary(), offset - prefix, length + prefix, 0, 0,
                fields, List.of());
    }

    private static FieldValue words(FieldValue value) {
        return value.field() == RESPONSE_CODE
                ? value.meaning(DnsMessage.codeName((int) (long) (Long) value.value()))
                : value;
    }
}
