package org.sockeye.stack.dissect;

import java.util.function.Predicate;

/**
 * A condition on frames in Wireshark's display filter language, such as {@code tcp.port == 6789 && tcp.flags.syn == 1}.
 * The names are those of {@link FieldCatalogue#names()}; a name alone asks whether the frame has such a field or protocol.
 */
public final class DisplayFilter {

    private final String text;
    private final Predicate<Sight> condition;

    private DisplayFilter(String text, Predicate<Sight> condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Reads a filter; the empty one lets every frame pass.
     *
     * @throws FilterException naming the column and what to write instead
     */
    public static DisplayFilter parse(String text) {
        return new DisplayFilter(text, new FilterParser(text).parse());
    }

    public boolean matches(Dissection frame) {
        return condition.test(new Sight(frame));
    }

    /** The same of a frame that is taken apart only as far as needed. */
    public boolean matches(Sight frame) {
        return condition.test(frame);
    }

    /** The filter as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
