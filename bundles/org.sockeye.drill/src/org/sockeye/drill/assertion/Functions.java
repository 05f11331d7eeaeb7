package org.sockeye.drill.assertion;

import java.util.List;

/** The functions that a block may call. */
final class Functions {

    private Functions() {
    }

    /** @throws IllegalArgumentException if there is no such function, or it does not take these arguments */
    static Object call(String function, List<Object> arguments) {
        List<?> items = arguments.size() == 1 && arguments.get(0) instanceof List<?> list ? list : arguments;
        return switch (function) {
            case "print" -> 0L;
            case "min" -> extreme(items, "<");
            case "max" -> extreme(items, ">");
            case "len" -> (long) items.size();
            case "abs" -> Arithmetic.compare("<", only(function, arguments), 0L)
                    ? Arithmetic.apply("-", 0L, only(function, arguments))
                    : Arithmetic.number(only(function, arguments));
            case "int" -> ((Number) Arithmetic.number(only(function, arguments))).longValue();
            case "float" -> ((Number) Arithmetic.number(only(function, arguments))).doubleValue();
            case "round" ->
                (long) Math.rint(((Number) Arithmetic.number(only(function, arguments))).doubleValue());
            case "str" -> Arithmetic.shown(only(function, arguments));
            case "bool" -> Arithmetic.isTrue(only(function, arguments));
            default -> throw new IllegalArgumentException("there is no function " + function);
        };
    }

    private static Object only(String function, List<Object> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(function + " takes one value");
        }
        return arguments.get(0);
    }

    private static Object extreme(List<?> items, String operator) {
        Object best = null;
        for (Object item : items) {
            if (item != null && (best == null || Arithmetic.compare(operator, item, best))) {
                best = item;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("there is no least or greatest of nothing");
        }
        return best;
    }
}
