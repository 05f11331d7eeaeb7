package org.sockeye.cli.options;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date, with or without a time, in UTC (ISO 8601): {@code 2026-03-01}, {@code 2026-03-01T08:00}. */
public final class TimeOfDay implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return (text.contains("T") ? LocalDateTime.parse(text.replaceFirst("Z$", ""))
                    : LocalDate.parse(text).atStartOfDay()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a date; write it like 2026-03-01 or 2026-03-01T08:00");
        }
    }
}
