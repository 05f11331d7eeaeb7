package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.wire.FieldValue;

/**
 * A field and those within it, as the flags within the flags field.
 *
 * @param value the field
 * @param parts the fields whose bits lie within its bits
 */
public record FieldTree(FieldValue value, List<FieldTree> parts) {

    public FieldTree {
        parts = List.copyOf(parts);
    }

    /** An envelope's fields as trees: a field whose bits lie within those of the one before it becomes a part of it. */
    public static List<FieldTree> of(List<FieldValue> fields) {
        List<FieldTree> trees = new ArrayList<>();
        int next = 0;
        while (next < fields.size()) {
            FieldValue field = fields.get(next++);
            int first = next;
            while (next < fields.size() && isPart(fields.get(next), field)) {
                next++;
            }
            trees.add(new FieldTree(field, of(fields.subList(first, next))));
        }
        return trees;
    }

    private static boolean isPart(FieldValue part, FieldValue whole) {
        return part.bitLength() > 0 && part.bitLength() < whole.bitLength() && part.bitOffset() >= whole.bitOffset()
                && part.bitOffset() + part.bitLength() <= whole.bitOffset() + whole.bitLength();
    }
}
