package org.sockeye.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how fast simulated time passes: {@code virtual}, {@code real}, or simulated seconds a real second. */
public final class Pace implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        switch (text) {
            case "virtual":
                return 0.0;
            case "real":
                return 1.0;
            default:
                try {
                    double factor = Double.parseDouble(text);
                    if (factor > 0 && factor <= 1e6) {
                        return factor;
                    }
                } catch (NumberFormatException e) {
                    // said below
                }
                throw new TypeConversionException(
                        "'" + text + "' is not a pace; write virtual, real, or a factor like 0.01");
        }
    }
}
