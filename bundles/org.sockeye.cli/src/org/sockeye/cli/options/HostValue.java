package org.sockeye.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's value for one host.
 *
 * @param host the host's name
 * @param value what stands behind the first equals sign
 */
public record HostValue(String host, String value) {

    /** Reads {@code HOST=VALUE}. */
    public static final class Converter implements ITypeConverter<HostValue> {
        @Override
        public HostValue convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new TypeConversionException("'" + text + "' names no host; write HOST=VALUE");
            }
            return new HostValue(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
