package org.sockeye.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The two UDP ports between which an outside device's frames travel.
 *
 * @param device the device's name
 * @param local where Sockeye receives
 * @param remote where the other side does
 */
public record OutsidePorts(String device, int local, int remote) {

    /** Reads {@code DEVICE=PORT:PORT}. */
    public static final class Converter implements ITypeConverter<OutsidePorts> {
        @Override
        public OutsidePorts convert(String text) {
            String[] parts = text.split("[=:]", -1);
            if (parts.length != 3 || !text.matches("[^=]+=\\d{1,5}:\\d{1,5}")) {
                throw mistake(text);
            }
            return new OutsidePorts(parts[0], port(text, parts[1]), port(text, parts[2]));
        }

        private static int port(String text, String digits) {
            int port = Integer.parseInt(digits);
            if (port < 1 || port > 0xffff) {
                throw mistake(text);
            }
            return port;
        }

        private static TypeConversionException mistake(String text) {
            return new TypeConversionException("'" + text + "' does not name two UDP ports; write DEVICE=LOCAL:REMOTE, "
                    + "like kernel=10001:10002");
        }
    }
}
