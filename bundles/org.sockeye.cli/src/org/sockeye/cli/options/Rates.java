package org.sockeye.cli.options;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a link's rate, such as {@code 10mbit} or {@code 1gbit}, as bits a second. */
public final class Rates implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(?i)(\\d{1,9}(?:\\.\\d{1,9})?)([kmg]?)bit(?:/s)?");

    @Override
    public Long convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a rate; write bit, kbit, mbit or gbit a second, like 10mbit");
        }
        long unit = switch (matcher.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "k" -> 1_000L;
            case "m" -> 1_000_000L;
            case "g" -> 1_000_000_000L;
            default -> 1L;
        };
        return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
