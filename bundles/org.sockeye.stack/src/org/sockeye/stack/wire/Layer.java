package org.sockeye.stack.wire;

/** The five layers of the Internet stack, from the program down to the wire. */
public enum Layer {
    APPLICATION("message"),
    TRANSPORT("segment"),
    NETWORK("datagram"),
    LINK("frame"),
    PHYSICAL("bits");

    private final String unit;

    Layer(String unit) {
        this.unit = unit;
    }

    /** The letter that stands for this layer in every view: A, T, N, L or P. */
    public char letter() {
        return name().charAt(0);
    }

    /** What this layer's unit of data is called, such as "segment". */
    public String unit() {
        return unit;
    }
}
