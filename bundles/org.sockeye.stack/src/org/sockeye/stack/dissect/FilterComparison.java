package org.sockeye.stack.dissect;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.sockeye.stack.wire.FieldValue;

/** Comparing two fields of one frame, and what the signs of comparisons mean. */
final class FilterComparison {

    private FilterComparison() {
    }

    /** What a sign asks of an order: less than, equal to or greater than zero, as of a comparator. */
    static IntPredicate holds(String sign) {
        return switch (sign) {
            case "==", "===" -> order -> order == 0;
            case "!=", "!==" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            default -> throw new IllegalArgumentException(sign);
        };
    }

    /** True if a sign wants all values to pass, not only one of them. */
    static boolean isForAll(String sign) {
        return sign.equals("!=") || sign.equals("===");
    }

    static Predicate<Sight> of(String sign, boolean all, FilterSubject left, FilterSubject right) {
        IntPredicate holds = holds(sign);
        BiPredicate<FieldValue, FieldValue> pair = (a, b) -> holds.test(FilterLiteral.order(a.value(), b.value()));
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
