package org.sockeye.ui.layers;

/**
 * Some bytes of the frame.
 *
 * @param offset the first
 * @param length how many
 */
record ByteRange(int offset, int length) {

    static final ByteRange NONE = new ByteRange(0, 0);

    boolean contains(int position) {
        return position >= offset && position < offset + length;
    }

    boolean contains(ByteRange other) {
        return other.offset >= offset && other.offset + other.length <= offset + length;
    }
}
