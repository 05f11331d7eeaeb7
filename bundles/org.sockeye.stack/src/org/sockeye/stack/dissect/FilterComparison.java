package org.sockeye.stack.dissect;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.sockeye.stack.wire.FieldValue;

/** Comparing two fields of one frame, and what the signs of comparisons mean. */
final class FilterComparison {

    private FilterComparison() {
    }

    /** @param order less than, equal to or greater than zero, as for a comparator */
    static boolean holds(String sign, int order) {
        return switch (sign) {
            case "==", "===" -> order == 0;
            case "!=", "!==" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(sign);
        };
    }

    static Predicate<Dissection> of(String sign, FilterSubject left, FilterSubject right) {
        boolean all = sign.equals("!=") || sign.equals("===");
        BiPredicate<FieldValue, FieldValue> pair = (a, b) -> holds(sign, FilterLiteral.order(a.value(), b.value()));
        return frame -> {
            List<FieldValue> ours = left.values().apply(frame);
            List<FieldValue> others = right.values().apply(frame);
            if (ours.isEmpty() || others.isEmpty()) {
                return false;
            }
            return all ? ours.stream().allMatch(a -> others.stream().allMatch(b -> pair.test(a, b)))
                    : ours.stream().anyMatch(a -> others.stream().anyMatch(b -> pair.test(a, b)));
        };
    }
}
