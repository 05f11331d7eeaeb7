package org.sockeye.stack.wire;

/**
 * One row of a header's field table.
 *
 * @param name Wireshark's name of the field, such as {@code ip.ttl}
 * @param label what a person calls it, such as "Time to Live"
 * @param bitOffset where it starts, in bits from the start of its header
 * @param bitLength how many bits it has; 0 when each header says for itself (options, names)
 * @param format how its value is read and shown
 * @param meaning one or two sentences: what it is for, and the RFC section that says so
 */
public record Field(String name, String label, int bitOffset, int bitLength, Format format, String meaning) {

    /**
     * Reads the field as a number.
     *
     * @param bytes what holds the header
     * @param header where the header starts in {@code bytes}
     * @throws IndexOutOfBoundsException if the header is cut off before the field ends
     */
    public long read(byte[] bytes, int header) {
        int first = header + bitOffset / 8;
        int last = header + (bitOffset + bitLength - 1) / 8;
        long value = 0;
        for (int i = first; i <= last; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        int behind = 7 - (bitOffset + bitLength - 1) % 8;
        return value >>> behind & mask();
    }

    /** Writes the field as a number; the bits around it stay as they are. */
    public void write(byte[] bytes, int header, long number) {
        int first = header + bitOffset / 8;
        int last = header + (bitOffset + bitLength - 1) / 8;
        int behind = 7 - (bitOffset + bitLength - 1) % 8;
        long keep = ~(mask() << behind);
        long value = (number & mask()) << behind;
        for (int i = last; i >= first; i--) {
            bytes[i] = (byte) (bytes[i] & keep | value);
            keep >>= 8;
            value >>>= 8;
        }
    }

    private long mask() {
        return bitLength == 64 ? -1 : (1L << bitLength) - 1;
    }

    /** How the bits of a field become a value, and the value a text. */
    public enum Format {
        /** A number, shown in decimal; the value is a {@link Long}. */
        DECIMAL,
        /** A number, shown in hexadecimal; the value is a {@link Long}. */
        HEX,
        /** One bit; the value is a {@link Boolean}. */
        FLAG,
        /** The value is a {@link MacAddress}. */
        MAC,
        /** The value is an {@link IpAddress}. */
        IP,
        /** Readable characters; the value is a {@link String}. */
        TEXT,
        /** Anything else; the value is a {@code byte[]}. */
        BYTES
    }
}
