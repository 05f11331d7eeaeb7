package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Layer;
import org.sockeye.stack.wire.TcpHeader;

/** TCP, with what the context knows: relative numbers, the true window, what stands out. */
final class TcpDissector {

    private final Unwrapping to;
    private final TcpHeader header;
    private final int payload;
    private final int length;

    private TcpDissector(Unwrapping to, TcpHeader header, int payload, int length) {
        this.to = to;
        this.header = header;
        this.payload = payload;
        this.length = length;
    }

    static void unwrap(Unwrapping to, IpAddress source, IpAddress destination, int offset, int length) {
        to.protocol = "TCP";
        Optional<TcpHeader> parsed = TcpHeader.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.TRANSPORT, "TCP", offset, length,
                    "the TCP header is cut short or its length contradicts the segment's");
            return;
        }
        TcpHeader header = parsed.get();
        Envelope envelope = Unwrapping.withStatus(
                header.describe(to.frame, offset, length, source, destination), "tcp.checksum",
                "tcp.checksum.status");
        int headerLength = header.headerLength();
        new TcpDissector(to, header, offset + headerLength, length - headerLength).unwrap(envelope);
    }

    private void unwrap(Envelope raw) {
        to.info = TcpInfo.of(header, to.context, length);
        to.add(new Envelope(raw.layer(), raw.protocol(), raw.filterName(), summary(), raw.offset(), raw.headerLength(),
                raw.payloadLength(), raw.trailerLength(), fields(raw.fields()), problems(raw.problems())));
        ApplicationDissector.stream(to, header.sourcePort(), header.destinationPort(), payload, length);
    }

    private List<String> problems(List<String> raw) {
        return Stream.concat(raw.stream(), to.context.remarks().stream().map(TcpRemark::problem)
                .filter(problem -> !problem.isEmpty())).toList();
    }

    private long sequence() {
        return TcpInfo.sequence(header, to.context);
    }

    private long acknowledgment() {
        return TcpInfo.acknowledgment(header, to.context);
    }

    private long window() {
        return TcpInfo.window(header, to.context);
    }

    private String summary() {
        return header.summary(sequence(), acknowledgment(), window(), length);
    }

    private List<FieldValue> fields(List<FieldValue> raw) {
        List<FieldValue> fields = new ArrayList<>();
        for (FieldValue field : raw) {
            switch (field.field().name()) {
                case "tcp.seq_raw" -> {
                    addStream(fields);
                    fields.add(beside(field, TcpFields.SEQUENCE, sequence()));
                    fields.add(field);
                    fields.add(Derived.number(TcpFields.NEXT_SEQUENCE, next()));
                }
                case "tcp.ack_raw" -> {
                    fields.add(
                            beside(field, TcpFields.ACKNOWLEDGMENT, header.has(TcpHeader.ACK) ? acknowledgment() : 0));
                    fields.add(field);
                }
                case "tcp.window_size_value" -> {
                    fields.add(field);
                    fields.add(beside(field, TcpFields.WINDOW, window()));
                }
                case "tcp.options.sack_le", "tcp.options.sack_re" -> fields.add(beside(field, field.field(),
                        (Long) field.value() - to.context.firstAcknowledgment() & 0xffff_ffffL));
                default -> fields.add(field);
            }
        }
        addTimes(fields);
        addRemarks(fields);
        if (length > 0) {
            fields.add(Derived.payload("tcp.payload", to.frame, payload, length));
        }
        return fields;
    }

    /** The fields of a segment that an error quotes: nothing is known about its connection. */
    static List<FieldValue> quoted(byte[] frame, TcpHeader header, int offset, int length, IpAddress source,
            IpAddress destination) {
        List<FieldValue> fields = new ArrayList<>();
        Envelope raw = header.describe(frame, offset, length, source, destination);
        for (FieldValue field : Unwrapping.withStatus(raw, "tcp.checksum", "tcp.checksum.status").fields()) {
            fields.add(field);
            switch (field.field().name()) {
                case "tcp.seq_raw" -> fields.add(beside(field, TcpFields.SEQUENCE));
                case "tcp.ack_raw" -> fields.add(beside(field, TcpFields.ACKNOWLEDGMENT));
                case "tcp.window_size_value" -> fields.add(beside(field, TcpFields.WINDOW));
                default -> {
                    // As it is.
                }
            }
        }
        return fields;
    }

    private void addStream(List<FieldValue> fields) {
        if (to.context.stream() >= 0) {
            fields.add(Derived.number(TcpFields.STREAM, to.context.stream()));
        }
        fields.add(Derived.number(TcpFields.LENGTH, length));
    }

    private void addTimes(List<FieldValue> fields) {
        TcpTimes times = to.context.times();
        if (to.context.stream() < 0) {
            return;
        }
        fields.add(Derived.time(TcpFields.TIME, times.sinceFirst()));
        fields.add(Derived.time(TcpFields.PAUSE, times.sincePrevious()));
        if (times.acknowledged() > 0) {
            fields.add(Derived.number(TcpFields.ACKNOWLEDGED, times.acknowledged()));
            fields.add(Derived.time(TcpFields.ROUND_TRIP, times.roundTrip()));
        }
    }

    private void addRemarks(List<FieldValue> fields) {
        List<TcpRemark> remarks = to.context.remarks();
        if (!remarks.isEmpty()) {
            fields.add(Derived.flag(TcpFields.ANALYSIS, "something stands out"));
        }
        for (TcpRemark remark : remarks) {
            Field field = TcpFields.remark(remark.field());
            fields.add(Derived.flag(field, remark.text().isEmpty() ? field.label() : remark.text()));
            fields.addAll(remark.details());
        }
    }

    private long next() {
        int marks = (header.has(TcpHeader.SYN) ? 1 : 0) + (header.has(TcpHeader.FIN) ? 1 : 0);
        return sequence() + length + marks & 0xffff_ffffL;
    }

    /** The same number under another name. */
    static FieldValue beside(FieldValue raw, Field field) {
        return beside(raw, field, (Long) raw.value());
    }

    private static FieldValue beside(FieldValue raw, Field field, long value) {
        return new FieldValue(field, value, Long.toString(value), raw.bitOffset(), raw.bitLength());
    }
}
