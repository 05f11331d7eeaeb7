package org.sockeye.cli.packets;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.sockeye.stack.dissect.Dissection;
import org.sockeye.stack.dissect.Sight;

/**
 * A line a frame with the fields that were asked for, as in {@code tshark -T fields}.
 *
 * @param fields their names
 * @param header whether the first line holds the names
 * @param separator what stands between two fields
 * @param aggregator what stands between several values of one field
 */
public record FieldsPrinter(List<String> fields, boolean header, String separator, String aggregator)
        implements PacketPrinter {

    public FieldsPrinter {
        fields = List.copyOf(fields);
    }

    @Override
    public void begin(PrintWriter out) {
        if (header) {
            out.println(String.join(separator, fields));
        }
    }

    @Override
    public void print(PrintWriter out, Sight sight) {
        Dissection frame = sight.dissection();
        out.println(fields.stream().map(field -> String.join(aggregator, Columns.values(frame, field)))
                .collect(Collectors.joining(separator)));
    }
}
