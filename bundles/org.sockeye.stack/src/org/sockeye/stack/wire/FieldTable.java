package org.sockeye.stack.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sockeye.stack.wire.Field.Format;

/** The fields of a header in wire order: what parsing, emitting, the layer tree and the byte highlighting share. */
public final class FieldTable {

    private final List<Field> fields;

    public FieldTable(Field... fields) {
        this.fields = List.of(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** The fields of several tables in one list. */
    @SafeVarargs
    public static List<Field> join(List<Field>... parts) {
        Set<Field> joined = new LinkedHashSet<>();
        for (List<Field> part : parts) {
            joined.addAll(part);
        }
        return List.copyOf(joined);
    }

    /**
     * Every field of the table as it stands in {@code frame}; to be changed by the caller where a value deserves words.
     *
     * @param header where the header starts
     */
    public List<FieldValue> describe(byte[] frame, int header) {
        return describe(frame, header, UnaryOperator.identity());
    }

    /**
     * The same, with words for the values that deserve them.
     *
     * @param words gives a value back with its meaning, or as it is
     */
    public List<FieldValue> describe(byte[] frame, int header, UnaryOperator<FieldValue> words) {
        List<FieldValue> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            values.add(words.apply(value(field, frame, header * 8 + field.bitOffset(), field.bitLength())));
        }
        return values;
    }

    /** One field wherever it stands, as options and names do. */
    public static FieldValue value(Field field, byte[] frame, int bitOffset, int bitLength) {
        int first = bitOffset / 8;
        int length = bitLength / 8;
        Field placed = new Field(field.name(), field.label(), bitOffset % 8, bitLength, field.format(),
                field.meaning());
        Object value = switch (field.format()) {
            case DECIMAL, HEX -> placed.read(frame, first);
            case FLAG -> placed.read(frame, first) == 1;
            case MAC -> MacAddress.of(frame, first);
            case IP -> bitLength == 128 ? Ipv6Address.of(frame, first) : Ipv4Address.of(frame, first);
            case TEXT -> new String(frame, first, length, StandardCharsets.UTF_8);
            case BYTES -> Arrays.copyOfRange(frame, first, first + length);
        };
        return new FieldValue(field, value, text(field.format(), value, bitLength), bitOffset, bitLength);
    }

    private static String text(Format format, Object value, int bits) {
        return switch (format) {
            case HEX -> "0x" + HexFormat.of().toHexDigits((Long) value, (bits + 3) / 4);
            case FLAG -> (Boolean) value ? "set" : "not set";
            case BYTES -> HexFormat.of().formatHex((byte[]) value);
            default -> value.toString();
        };
    }
}
