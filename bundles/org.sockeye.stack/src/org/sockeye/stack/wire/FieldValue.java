package org.sockeye.stack.wire;

/**
 * A field as it stands in one frame.
 *
 * @param field the row of the field table
 * @param value the value, of the type that the field's {@linkplain Field#format format} names
 * @param text the value as a networking person writes it, with its meaning where it has one, such as "6 (TCP)"
 * @param bitOffset where it starts, in bits from the start of the frame
 * @param bitLength how many bits it has in this frame
 */
public record FieldValue(Field field, Object value, String text, int bitOffset, int bitLength) {

    /** The first byte of the frame that this field touches. */
    public int offset() {
        return bitOffset / 8;
    }

    /** How many bytes of the frame this field touches. */
    public int length() {
        return (bitOffset + bitLength + 7) / 8 - offset();
    }

    /** The same value with its meaning behind it, such as "6 (TCP)". */
    public FieldValue meaning(String words) {
        return new FieldValue(field, value, text + " (" + words + ")", bitOffset, bitLength);
    }

    /** The same bits, read as something else than the field table could. */
    public FieldValue as(Object other, String otherText) {
        return new FieldValue(field, other, otherText, bitOffset, bitLength);
    }
}
