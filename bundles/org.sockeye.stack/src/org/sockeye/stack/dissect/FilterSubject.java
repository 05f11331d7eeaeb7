package org.sockeye.stack.dissect;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
 * @param shortcut reads the values, or of a protocol how often it is there; null if that cannot be
 */
record FilterSubject(String name, Format format, Function<Sight, List<FieldValue>> values,
        @Nullable Shortcut shortcut) {

    static FilterSubject of(String name, List<Field> fields) {
        return new FilterSubject(name, fields.getFirst().format(),
                sight -> Shortcuts.isPossible(name, sight) ? FieldCatalogue.values(sight.dissection(), name)
                        : List.of(),
                Shortcuts.to(name));
    }

    static FilterSubject ofProtocol(String name) {
        return new FilterSubject(name, Format.BYTES,
                sight -> Shortcuts.isPossible(name, sight) ? protocol(sight.dissection(), name) : List.of(),
                Shortcuts.to(name));
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
        return frame.envelopes().stream().filter(envelope -> envelope.filterName().startsWith("icmp"))
                .flatMap(envelope -> envelope.fields().stream()
                        .filter(value -> value.field().name().startsWith(name + ".")).limit(1)
                        .map(value -> quoted(name, frame, envelope, value)))
                .limit(1).toList();
    }

    /** What an error quotes of a protocol: all from its first field on. */
    private static FieldValue quoted(String name, Dissection frame, Envelope error, FieldValue first) {
        int end = Math.min(frame.frame().length,
                error.offset() + error.headerLength() + error.payloadLength());
        return Derived.payload(name, frame.frame(), first.offset(), Math.max(first.length(), end - first.offset()));
    }

    /** The same with only some of each value's bits. */
    FilterSubject masked(long mask, FilterToken token) {
        if (!isNumber()) {
            throw new FilterException(token.column(), "'&' takes bits of numbers, and " + name + " is none");
        }
        return new FilterSubject(name, format, sight -> values.apply(sight).stream()
                .map(value -> value.as((Long) value.value() & mask, "")).filter(value -> !value.value().equals(0L))
                .toList(), null);
    }

    boolean isComparableTo(FilterSubject other) {
        return isNumber() ? other.isNumber() : format == other.format;
    }

    private boolean isNumber() {
        return format == Format.DECIMAL || format == Format.HEX;
    }

    Predicate<Sight> present() {
        Predicate<Sight> found = sight -> !values.apply(sight).isEmpty();
        Shortcut quick = shortcut;
        return quick == null ? found : sight -> {
            int count = quick.count(sight);
            return count == Shortcut.UNKNOWN ? found.test(sight) : count > 0;
        };
    }

    /** True of a frame in which one of the values passes. */
    private Predicate<Sight> any(Predicate<FieldValue> test) {
        return sight -> values.apply(sight).stream().anyMatch(test);
    }

    /** True of a frame that has a value, and in which all of them pass. */
    private Predicate<Sight> all(Predicate<FieldValue> test) {
        return sight -> {
            List<FieldValue> found = values.apply(sight);
            return !found.isEmpty() && found.stream().allMatch(test);
        };
    }

    /**
     * True of a frame in which a value passes.
     *
     * @param all whether all must, and one be there
     */
    Predicate<Sight> test(boolean all, FilterTest test) {
        Predicate<Sight> slow = all ? all(test.value()) : any(test.value());
        Shortcut reader = shortcut;
        LongPredicate quick = test.number();
        if (reader == null || quick == null) {
            return slow;
        }
        return sight -> {
            int count = reader.count(sight);
            if (count == Shortcut.UNKNOWN) {
                return slow.test(sight);
            }
            for (int i = 0; i < count; i++) {
                if (quick.test(reader.value(sight, i)) != all) {
                    return !all;
                }
            }
            return all && count > 0;
        };
    }

    /** True of a frame in which a value contains those bytes or that text. */
    Predicate<Sight> contains(boolean all, FilterToken token) {
        return test(all, new FilterTest(FilterLiteral.contained(this, token), null));
    }
}
