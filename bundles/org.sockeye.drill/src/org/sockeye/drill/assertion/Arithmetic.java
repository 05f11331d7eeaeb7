package org.sockeye.drill.assertion;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators do, as in Python: whole numbers stay whole but for {@code /}, and divisions round down. */
final class Arithmetic {

    private static final Pattern PLACEHOLDER = Pattern.compile("%([-+0 #]*\\d*(?:\\.\\d+)?)l?([diouxXfFeEgGs%])");

    private Arithmetic() {
    }

    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case List<?> items -> !items.isEmpty();
            default -> true;
        };
    }

    /** @throws IllegalArgumentException if the operator does not fit the values; the message says so */
    static Object apply(String operator, Object left, Object right) {
        if (operator.equals("%") && left instanceof String format) {
            return format(format, right);
        } else if (operator.equals("+") && left instanceof String a && right instanceof String b) {
            return a + b;
        }
        Object a = number(left);
        Object b = number(right);
        if (a instanceof Long x && b instanceof Long y) {
            return whole(operator, x, y);
        }
        return real(operator, ((Number) a).doubleValue(), ((Number) b).doubleValue());
    }

    private static Object whole(String operator, long a, long b) {
        if (b == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new IllegalArgumentException("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> (double) a / b;
            case "//" -> Math.floorDiv(a, b);
            case "%" -> Math.floorMod(a, b);
            case "**" -> b < 0 ? (Object) Math.pow(a, b) : (Object) (long) Math.pow(a, b);
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    private static Object real(String operator, double a, double b) {
        if (b == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new IllegalArgumentException("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "//" -> Math.floor(a / b);
            case "%" -> a - b * Math.floor(a / b);
            case "**" -> Math.pow(a, b);
            default -> throw new IllegalArgumentException("the operator " + operator + " needs whole numbers");
        };
    }

    static Object number(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1L : 0L;
            case Long whole -> whole;
            case Double real -> real;
            default -> throw new IllegalArgumentException("'" + shown(value) + "' is no number");
        };
    }

    static boolean compare(String operator, Object left, Object right) {
        if (operator.equals("in") || operator.equals("not in")) {
            boolean within = right instanceof List<?> items
                    ? items.stream().anyMatch(item -> compare("==", left, Objects.requireNonNull(item)))
                    : shown(right).contains(shown(left));
            return within == operator.equals("in");
        }
        if (left instanceof String || right instanceof String || left instanceof List || right instanceof List) {
            boolean equal = left.equals(right);
            return switch (operator) {
                case "==" -> equal;
                case "!=" -> !equal;
                default -> throw new IllegalArgumentException("only numbers have an order");
            };
        }
        Object a = number(left);
        Object b = number(right);
        int order = a instanceof Long x && b instanceof Long y ? Long.compare(x, y)
                : Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static String format(String format, Object values) {
        List<?> items = values instanceof List<?> list ? list : List.of(values);
        StringBuilder text = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(format);
        int used = 0;
        while (matcher.find()) {
            String kind = matcher.group(2);
            String filled = "%";
            if (!kind.equals("%")) {
                if (used == items.size()) {
                    throw new IllegalArgumentException("not enough values for '" + format + "'");
                }
                filled = filled(matcher.group(1), kind, Objects.requireNonNull(items.get(used++)));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(filled));
        }
        return matcher.appendTail(text).toString();
    }

    private static String filled(String flags, String kind, Object value) {
        return switch (kind) {
            case "s" -> shown(value);
            case "d", "i", "u" -> String.format(Locale.ROOT, "%" + flags + "d", ((Number) number(value)).longValue());
            case "x", "X", "o" -> String.format(Locale.ROOT, "%" + flags + kind, ((Number) number(value)).longValue());
            default -> String.format(Locale.ROOT, "%" + flags + kind.replace('F', 'f'),
                    ((Number) number(value)).doubleValue());
        };
    }

    static String shown(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case List<?> items -> items.stream().map(item -> shown(Objects.requireNonNull(item))).toList().toString();
            default -> value.toString();
        };
    }
}
