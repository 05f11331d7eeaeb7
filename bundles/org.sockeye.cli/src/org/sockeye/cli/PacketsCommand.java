package org.sockeye.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockeye.cli.packets.Columns;
import org.sockeye.cli.packets.FieldsPrinter;
import org.sockeye.cli.packets.JsonPrinter;
import org.sockeye.cli.packets.PacketPrinter;
import org.sockeye.cli.packets.SummaryPrinter;
import org.sockeye.cli.packets.TreePrinter;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.PcapngReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sockeye packets}: prints the frames of a capture file, with tshark's letters and field names. */
@Command(name = "packets",
        description = "Prints the packets of a capture file, as tshark would.")
public final class PacketsCommand implements Callable<Integer> {

    private static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** On its own, because the usual -V for the version is tshark's for the tree. */
    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Parameters(paramLabel = "FILE", description = "a pcapng or pcap file")
    private Path file = Path.of("");

    @Option(names = "-Y", paramLabel = "FILTER",
            description = "only packets that pass this display filter, like 'tcp.port == 6789 && tcp.len > 0'")
    private String filter = "";

    @Option(names = "-V", description = "all layers with all their fields")
    private boolean tree;

    @Option(names = "-T", paramLabel = "FORM", description = "fields (those named by -e), json or text (default)")
    private @Nullable String form;

    @Option(names = "-e", paramLabel = "FIELD", description = "a field to print with -T, like tcp.port; repeatable")
    private List<String> fields = new ArrayList<>();

    @Option(names = "-E", paramLabel = "SETTING",
            description = "with -T fields: header=y, separator=/t|/s|CHARACTER, aggregator=,|/s|CHARACTER")
    private List<String> settings = new ArrayList<>();

    @Option(names = "-c", paramLabel = "N", description = "stop after reading N packets")
    private @Nullable String count;

    @Override
    public Integer call() {
        // The command's own writer flushes each line, which is slow for a hundred thousand of them.
        PrintWriter out = new PrintWriter(new BufferedWriter(spec.commandLine().getOut(), 1 << 16));
        try {
            long most = most();
            DisplayFilter passes = parsedFilter();
            PacketPrinter printer = printer();
            try (PcapngReader reader = PcapngReader.open(file)) {
                print(reader, most, passes, printer, out);
            }
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            out.flush();
            spec.commandLine().getErr().println("sockeye packets: " + e.getMessage());
            return WRONG_USAGE;
        } finally {
            out.flush();
        }
    }

    private long most() {
        if (count == null) {
            return Long.MAX_VALUE;
        } else if (!count.matches("0*[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("-c " + count + ": write how many packets, like 10");
        }
        return Long.parseLong(count);
    }

    private DisplayFilter parsedFilter() {
        try {
            return DisplayFilter.parse(filter);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Y '" + filter + "': " + e.getMessage(), e);
        }
    }

    private void print(PcapngReader reader, long most, DisplayFilter passes, PacketPrinter printer, PrintWriter out)
            throws IOException {
        Conversations conversations = new Conversations();
        printer.begin(out);
        try {
            for (long read = 0; read < most && (read % 256 != 255 || isRead(out)); read++) {
                Optional<CapturedFrame> frame = reader.next();
                if (frame.isEmpty()) {
                    break;
                }
                Sight sight = new Sight(frame.get(), conversations.follow(frame.get()));
                if (passes.matches(sight)) {
                    printer.print(out, sight);
                }
            }
        } finally {
            printer.end(out);
        }
    }

    /** False when nobody reads on, as behind '| head'. */
    private boolean isRead(PrintWriter out) {
        out.flush();
        return !spec.commandLine().getOut().checkError();
    }

    private PacketPrinter printer() {
        fields.forEach(field -> {
            try {
                Columns.check(field);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("-e " + field + ": " + e.getMessage(), e);
            }
        });
        if (form == null) {
            if (!fields.isEmpty()) {
                throw new IllegalArgumentException("-e needs -T fields or -T json");
            }
            return tree ? new TreePrinter() : new SummaryPrinter();
        }
        return switch (form) {
            case "fields" -> fieldsPrinter();
            case "json" -> new JsonPrinter(fields);
            case "text" -> tree ? new TreePrinter() : new SummaryPrinter();
            default -> throw new IllegalArgumentException("-T " + form + ": no such form; write fields, json or text");
        };
    }

    private PacketPrinter fieldsPrinter() {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("-T fields: which? name each with -e, like -e ip.src -e tcp.port");
        }
        boolean header = false;
        String separator = "\t";
        String aggregator = ",";
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            switch (parts[0]) {
                case "header" -> header = value.equals("y");
                case "separator" -> separator = character(setting, value);
                case "aggregator" -> aggregator = character(setting, value);
                default -> throw new IllegalArgumentException("-E " + setting
                        + ": no such setting; write header=y, separator=, or aggregator=;");
            }
        }
        return new FieldsPrinter(fields, header, separator, aggregator);
    }

    private static String character(String setting, String value) {
        return switch (value) {
            case "/t" -> "\t";
            case "/s" -> " ";
            case "" -> throw new IllegalArgumentException("-E " + setting + ": a character is missing");
            default -> value.substring(0, 1);
        };
    }
}
