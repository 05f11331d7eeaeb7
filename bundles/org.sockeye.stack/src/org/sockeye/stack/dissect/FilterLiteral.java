package org.sockeye.stack.dissect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.dissect.FilterToken.Kind;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.MacAddress;

/** A value as a filter writes it, to which the values of frames are compared. */
interface FilterLiteral {

    /** Less than, equal to or greater than zero if what was found is less than, equal to or greater than this. */
    int compare(FieldValue found);

    /** The same of numbers that were read straight from the bytes; null if the values are none. */
    default @Nullable LongUnaryOperator numbers() {
        return null;
    }

    /**
     * A value that can be read as a number.
     *
     * @param number turns what was found into one
     */
    record OfNumbers(ToLongFunction<Object> number, LongUnaryOperator numbers) implements FilterLiteral {

        @Override
        public int compare(FieldValue found) {
            return (int) numbers.applyAsLong(number.applyAsLong(found.value()));
        }
    }

    /**
     * A time in seconds. What is read without taking frames apart is in nanoseconds.
     *
     * @param text compares the value as it is written
     */
    record OfTimes(ToIntFunction<String> text, LongUnaryOperator numbers) implements FilterLiteral {

        @Override
        public int compare(FieldValue found) {
            return text.applyAsInt((String) found.value());
        }
    }

    /** Reads a value of the subject's format. */
    static FilterLiteral of(FilterSubject subject, FilterToken token) {
        String text = token.text();
        return switch (subject.format()) {
            case DECIMAL, HEX -> {
                long number = number(token, text);
                yield new OfNumbers(found -> (Long) found, found -> Long.compareUnsigned(found, number));
            }
            case FLAG -> {
                long flag = flag(token) ? 1 : 0;
                yield new OfNumbers(found -> (Boolean) found ? 1 : 0, found -> Long.compare(found, flag));
            }
            case MAC -> {
                long bits = new MacAddress(bits(token)).bits();
                yield new OfNumbers(found -> ((MacAddress) found).bits(), found -> Long.compare(found, bits));
            }
            case IP -> network(token);
            case TEXT -> text(token);
            case BYTES -> {
                byte[] bytes = bytes(token);
                yield found -> Arrays.compareUnsigned((byte[]) found.value(), bytes);
            }
        };
    }

    /** Two fields' values; those of different kinds are never equal. */
    static int order(Object left, Object right) {
        if (left instanceof byte[] a && right instanceof byte[] b) {
            return Arrays.compareUnsigned(a, b);
        } else if (left instanceof Long a && right instanceof Long b) {
            return Long.compareUnsigned(a, b);
        } else if (left instanceof IpAddress a && right instanceof IpAddress b) {
            return a.compareTo(b);
        } else if (left instanceof MacAddress a && right instanceof MacAddress b) {
            return Long.compare(a.bits(), b.bits());
        }
        return left.toString().compareTo(right.toString());
    }

    /** Decimal, hexadecimal with 0x, binary with 0b, or octal with 0. */
    static long number(FilterToken token, String text) {
        try {
            if (token.kind() == Kind.WORD && !text.startsWith("-") && !text.startsWith("+")) {
                return text.startsWith("0b") || text.startsWith("0B") ? Long.parseLong(text.substring(2), 2)
                        : Long.decode(text);
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new FilterException(token.column(), token.quoted() + " is no number; write one like 6789 or 0x1a85");
    }

    private static boolean flag(FilterToken token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new FilterException(token.column(),
                    token.quoted() + " is neither set nor not set; write 1 or 0");
        };
    }

    private static long bits(FilterToken token) {
        String digits = token.text().replaceAll("[:.-]", "");
        if (!digits.matches("[0-9a-fA-F]{12}")) {
            throw new FilterException(token.column(),
                    token.quoted() + " is no Ethernet address; write one like 02:00:0a:00:01:02");
        }
        return Long.parseLong(digits, 16);
    }

    /** An address, or with a prefix length all addresses of a network. */
    private static FilterLiteral network(FilterToken token) {
        int slash = token.text().indexOf('/');
        String address = slash < 0 ? token.text() : token.text().substring(0, slash);
        try {
            IpAddress parsed = IpAddress.parse(address);
            int bits = parsed.bitLength();
            int prefix = slash < 0 ? bits : Integer.parseInt(token.text().substring(slash + 1));
            if (prefix >= 0 && prefix <= bits) {
                IpAddress network = parsed.network(prefix);
                return new OfAddresses(network, prefix);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below.
        }
        throw new FilterException(token.column(), token.quoted() + (address.contains(":")
                ? " is no IPv6 address; write one like 2001:db8::1, or a network like 2001:db8::/32"
                : " is no IPv4 address; write one like 10.0.1.2, or a network like 10.0.1.0/24"));
    }

    /** The addresses of a network; those of the other family are never equal to them. */
    record OfAddresses(IpAddress network, int prefix) implements FilterLiteral {

        @Override
        public int compare(FieldValue found) {
            return found.value() instanceof IpAddress other && other.bitLength() == network.bitLength()
                    ? other.network(prefix).compareTo(network)
                    : 1;
        }

        @Override
        public @Nullable LongUnaryOperator numbers() {
            if (!(network instanceof Ipv4Address four)) {
                return null;
            }
            long mask = prefix == 0 ? 0 : 0xffff_ffffL << 32 - prefix & 0xffff_ffffL;
            long bits = four.bits() & 0xffff_ffffL;
            return found -> Long.compare(found & mask, bits);
        }
    }

    /** Texts are compared by character, but those that are numbers (times) by value. */
    private static FilterLiteral text(FilterToken token) {
        if (token.kind() == Kind.WORD && token.text().matches("\\d+(\\.\\d+)?")) {
            BigDecimal number = new BigDecimal(token.text());
            return new OfTimes(value -> value.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(value).compareTo(number)
                    : value.compareTo(token.text()),
                    found -> BigDecimal.valueOf(found, 9).compareTo(number));
        }
        return found -> ((String) found.value()).compareTo(token.text());
    }

    private static byte[] bytes(FilterToken token) {
        if (token.kind() == Kind.STRING) {
            return token.text().getBytes(StandardCharsets.UTF_8);
        }
        String digits = token.text().replaceAll("[:.-]", "");
        digits = digits.startsWith("0x") ? digits.substring(2) : digits;
        if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")) {
            throw new FilterException(token.column(),
                    token.quoted() + " are no bytes; write them like 68:69, or text like \"hi\"");
        }
        return HexFormat.of().parseHex(digits);
    }

    /** True of values that contain the bytes or the text. */
    static Predicate<FieldValue> contained(FilterSubject subject, FilterToken token) {
        return switch (subject.format()) {
            case BYTES -> {
                String part = new String(bytes(token), StandardCharsets.ISO_8859_1);
                yield found -> new String((byte[]) found.value(), StandardCharsets.ISO_8859_1).contains(part);
            }
            case TEXT -> found -> ((String) found.value()).contains(token.text());
            case MAC -> {
                String part = HexFormat.of().formatHex(bytes(token));
                yield found -> {
                    int at = String.format("%012x", ((MacAddress) found.value()).bits()).indexOf(part);
                    return at >= 0 && at % 2 == 0;
                };
            }
            default -> throw new FilterException(token.column(),
                    subject.name() + " is neither text nor bytes; compare it with '=='");
        };
    }

    /** True of values in which the regular expression, whatever its letters' case, is found. */
    static Predicate<FieldValue> pattern(FilterSubject subject, FilterToken token) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(token.text(), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new FilterException(token.column(), "the pattern is wrong: " + e.getDescription());
        }
        return switch (subject.format()) {
            case BYTES ->
                found -> Patience.finds(pattern, new String((byte[]) found.value(), StandardCharsets.ISO_8859_1));
            case TEXT -> found -> Patience.finds(pattern, (String) found.value());
            default -> throw new FilterException(token.column(),
                    subject.name() + " is neither text nor bytes; compare it with '=='");
        };
    }
}
