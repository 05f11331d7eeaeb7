package org.sockeye.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A real port and the simulated one that it reaches.
 *
 * @param realPort of this machine's loopback interface
 * @param host the simulated host
 * @param port its port
 */
public record PublishedAs(int realPort, String host, int port) {

    /** Reads {@code PORT=HOST:PORT}. */
    public static final class Converter implements ITypeConverter<PublishedAs> {
        @Override
        public PublishedAs convert(String text) {
            String[] parts = text.split("[=:]", -1);
            if (parts.length != 3 || parts[1].isEmpty()) {
                throw mistake(text);
            }
            return new PublishedAs(port(text, parts[0]), parts[1], port(text, parts[2]));
        }

        private static int port(String text, String digits) {
            int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
            if (port < 1 || port > 0xffff) {
                throw mistake(text);
            }
            return port;
        }

        private static TypeConversionException mistake(String text) {
            return new TypeConversionException("'" + text + "' does not name two TCP ports from 1 to 65535; write "
                    + "PORT=HOST:PORT, like 8080=server:80");
        }
    }
}
