package org.sockeye.stack.dissect;

import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.FieldValue;

/**
 * What a filter asks of one value of a field.
 *
 * @param value asks it of a value that was found
 * @param number asks the same of a number that was read straight from the bytes; null if values are no numbers
 */
record FilterTest(Predicate<FieldValue> value, @Nullable LongPredicate number) {

    /** Compares with a literal. */
    static FilterTest of(String sign, FilterLiteral literal) {
        IntPredicate holds = FilterComparison.holds(sign);
        LongUnaryOperator order = literal.numbers();
        return new FilterTest(found -> holds.test(literal.compare(found)),
                order == null ? null : found -> holds.test((int) order.applyAsLong(found)));
    }

    /** True if both are. */
    FilterTest and(FilterTest other) {
        LongPredicate one = number;
        LongPredicate two = other.number;
        return new FilterTest(value.and(other.value), one == null || two == null ? null : one.and(two));
    }

    /** True if one of them is. */
    static FilterTest any(List<FilterTest> tests) {
        List<LongPredicate> numbers = tests.stream().map(FilterTest::number).filter(Objects::nonNull)
                .<LongPredicate>map(Objects::requireNonNull).toList();
        Predicate<FieldValue> any = found -> tests.stream().anyMatch(test -> test.value.test(found));
        return new FilterTest(any, numbers.size() < tests.size() ? null : found -> {
            for (LongPredicate number : numbers) {
                if (number.test(found)) {
                    return true;
                }
            }
            return false;
        });
    }
}
