package org.sockeye.stack.dissect;

import java.util.HexFormat;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;

/** A field's value as {@code tshark -T fields} prints it: bare, for other programs to read. */
public final class FieldText {

    /** Wireshark reads it as some bits of a whole word, and so writes the digits of one. */
    private static final String OF_A_WORD = "ipv6.tclass";

    private FieldText() {
    }

    /** Such as "6", "0x0010", "1" for a flag that is set, "68656c6c6f" for bytes. */
    public static String plain(FieldValue value) {
        return switch (value.field().format()) {
            case DECIMAL, MAC, IP, TEXT -> value.value().toString();
            case FLAG -> (Boolean) value.value() ? "1" : "0";
            case BYTES -> HexFormat.of().formatHex((byte[]) value.value());
            case HEX -> hex((Long) value.value(), value.field().name().equals(OF_A_WORD) ? 32
                    : Math.max(value.field().bitLength(), value.bitLength()));
        };
    }

    /** The same, but bytes as in {@code tshark -T json}, such as "68:65:6c:6c:6f". */
    public static String spaced(FieldValue value) {
        if (value.field().name().startsWith("tcp.analysis.") && value.field().format() == Format.FLAG) {
            return ""; // Wireshark's remarks have no value there: they are made or not.
        }
        return value.value() instanceof byte[] bytes ? HexFormat.ofDelimiter(":").formatHex(bytes) : plain(value);
    }

    /** As many digits as the next larger of 8, 16, 24 and 32 bits has. */
    private static String hex(long number, int bits) {
        int digits = bits <= 8 ? 2 : bits <= 16 ? 4 : bits <= 24 ? 6 : 8;
        return "0x" + HexFormat.of().toHexDigits(number, digits);
    }
}
