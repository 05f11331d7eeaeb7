package org.sockeye.stack.dissect;

import java.util.Arrays;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;

/** Fields that stand in no header but follow from it, such as the length of a TCP payload; most touch no bytes. */
final class Derived {

    private Derived() {
    }

    static FieldValue number(Field field, long value) {
        return new FieldValue(field, value, Long.toString(value), 0, 0);
    }

    static FieldValue number(String name, String label, long value, String meaning) {
        return number(new Field(name, label, 0, 0, Format.DECIMAL, meaning), value);
    }

    static FieldValue text(Field field, String value) {
        return new FieldValue(field, value, value, 0, 0);
    }

    /** A time in nanoseconds, as seconds. */
    static FieldValue time(Field field, long time) {
        return text(field, seconds(time)).as(seconds(time), seconds(time) + " seconds");
    }

    /** Seconds with nine decimals, as tshark prints them. */
    private static String seconds(long nanoseconds) {
        long rest = Math.abs(nanoseconds % 1_000_000_000);
        String sign = nanoseconds < 0 ? "-" : "";
        return sign + Math.abs(nanoseconds / 1_000_000_000) + "." + Long.toString(1_000_000_000 + rest).substring(1);
    }

    static FieldValue flag(Field field, String text) {
        return new FieldValue(field, true, text, 0, 0);
    }

    /** What a transport's header is wrapped around. */
    static FieldValue payload(String name, byte[] frame, int offset, int length) {
        Field field = new Field(name, "Payload", 0, 0, Format.BYTES, "What is handed up to the application.");
        return new FieldValue(field, Arrays.copyOfRange(frame, offset, offset + length),
                length + (length == 1 ? " byte" : " bytes"), offset * 8, length * 8);
    }
}
