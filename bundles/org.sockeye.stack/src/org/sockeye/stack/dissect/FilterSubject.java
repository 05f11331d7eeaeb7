package org.sockeye.stack.dissect;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;

/**
 * What a condition is about.
 *
 * @param name as the filter names it
 * @param format how its values are written; {@link Format#BYTES} for a protocol
 * @param values its values in a frame; for a protocol one, its bytes up to the end of the frame
 */
record FilterSubject(String name, Format format, Function<Dissection, List<FieldValue>> values) {

    static FilterSubject of(String name, List<Field> fields) {
        return new FilterSubject(name, fields.getFirst().format(), frame -> FieldCatalogue.values(frame, name));
    }

    static FilterSubject ofProtocol(String name) {
        return new FilterSubject(name, Format.BYTES, frame -> protocol(frame, name));
    }

    /** A protocol is there if it has an envelope, or is quoted in that of an ICMP error. */
    private static List<FieldValue> protocol(Dissection frame, String name) {
        for (Envelope envelope : frame.envelopes()) {
            if (envelope.filterName().equals(name)) {
                int length = envelope.headerLength() + envelope.payloadLength();
                return List.of(Derived.payload(name, frame.frame(), envelope.offset(),
                        Math.min(length, frame.frame().length - envelope.offset())));
            }
        }
        return frame.envelopes().stream().flatMap(envelope -> envelope.fields().stream())
                .filter(value -> value.field().name().startsWith(name + ".")).limit(1)
                .map(value -> Derived.payload(name, frame.frame(), value.offset(), value.length())).toList();
    }

    /** The same with only some of each value's bits. */
    FilterSubject masked(long mask, FilterToken token) {
        if (!isNumber()) {
            throw new FilterException(token.column(), "'&' takes bits of numbers, and " + name + " is none");
        }
        return new FilterSubject(name, format, frame -> values.apply(frame).stream()
                .map(value -> value.as((Long) value.value() & mask, "")).filter(value -> !value.value().equals(0L))
                .toList());
    }

    boolean isComparableTo(FilterSubject other) {
        return isNumber() ? other.isNumber() : format == other.format;
    }

    private boolean isNumber() {
        return format == Format.DECIMAL || format == Format.HEX;
    }

    Predicate<Dissection> present() {
        return frame -> !values.apply(frame).isEmpty();
    }

    /** True of a frame in which one of the values passes. */
    Predicate<Dissection> any(Predicate<FieldValue> test) {
        return frame -> values.apply(frame).stream().anyMatch(test);
    }

    /** True of a frame that has a value, and in which all of them pass. */
    Predicate<Dissection> all(Predicate<FieldValue> test) {
        return present().and(frame -> values.apply(frame).stream().allMatch(test));
    }
}
