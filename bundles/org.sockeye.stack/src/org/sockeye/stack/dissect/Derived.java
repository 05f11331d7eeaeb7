package org.sockeye.stack.dissect;

import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;

/** Fields that stand in no header but follow from it, such as the length of a TCP payload; they touch no bytes. */
final class Derived {

    private Derived() {
    }

    static FieldValue number(String name, String label, long value, String meaning) {
        return value(name, label, Format.DECIMAL, value, Long.toString(value), meaning);
    }

    static FieldValue text(String name, String label, String value, String meaning) {
        return value(name, label, Format.TEXT, value, value, meaning);
    }

    static FieldValue flag(String name, String label, String text, String meaning) {
        return value(name, label, Format.FLAG, true, text, meaning);
    }

    static FieldValue value(String name, String label, Format format, Object value, String text, String meaning) {
        return new FieldValue(new Field(name, label, 0, 0, format, meaning), value, text, 0, 0);
    }

    /** The bytes themselves: {@code length} of them from {@code offset} on. */
    static FieldValue bytes(String name, String label, byte[] frame, int offset, int length, String meaning) {
        byte[] value = java.util.Arrays.copyOfRange(frame, offset, offset + length);
        return new FieldValue(new Field(name, label, 0, 0, Format.BYTES, meaning), value,
                java.util.HexFormat.of().formatHex(value), offset * 8, length * 8);
    }

    /** Characters that stand in the frame. */
    static FieldValue placedText(String name, String label, String value, int offset, int length, String meaning) {
        return new FieldValue(new Field(name, label, 0, 0, Format.TEXT, meaning), value, value, offset * 8, length * 8);
    }
}
