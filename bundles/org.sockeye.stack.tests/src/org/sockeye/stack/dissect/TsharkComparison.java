package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.PcapngReader;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.TracedFrame;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;

/** Compares what we say about frames with what tshark says, field by field. */
public final class TsharkComparison {

    /** What frames have whatever the frames before them were. */
    private static final List<String> FIELDS = List.of("frame.number", "frame.time_epoch", "frame.time_relative", "frame.len",
            "frame.interface_name", "frame.comment", "eth.dst", "eth.src", "eth.type", "eth.fcs", "eth.fcs.status",
            "arp.opcode", "arp.src.hw_mac", "arp.src.proto_ipv4", "arp.dst.hw_mac", "arp.dst.proto_ipv4", "ip.version",
            "ip.hdr_len", "ip.dsfield.dscp", "ip.len", "ip.id", "ip.flags.df", "ip.flags.mf", "ip.frag_offset", "ip.ttl",
            "ip.proto", "ip.checksum", "ip.checksum.status", "ip.src", "ip.dst", "icmp.type", "icmp.code", "icmp.checksum",
            "icmp.checksum.status", "icmp.seq", "udp.srcport", "udp.dstport", "udp.length", "udp.checksum", "dns.id",
            "dns.flags.response", "dns.flags.rcode", "dns.count.queries", "dns.count.answers", "dns.qry.name",
            "dns.qry.type", "dns.a", "dns.ptr.domain_name", "tcp.srcport", "tcp.dstport", "tcp.stream", "tcp.len",
            "tcp.seq", "tcp.seq_raw", "tcp.nxtseq", "tcp.ack", "tcp.ack_raw", "tcp.hdr_len", "tcp.flags",
            "tcp.flags.syn", "tcp.flags.ack", "tcp.flags.fin", "tcp.flags.reset", "tcp.flags.push",
            "tcp.window_size_value", "tcp.window_size", "tcp.checksum", "tcp.checksum.status", "tcp.urgent_pointer",
            "tcp.options.mss_val", "tcp.options.wscale.shift", "tcp.options.timestamp.tsval",
            "tcp.options.timestamp.tsecr", "tcp.payload", "udp.payload", "http.request.method", "http.request.uri",
            "http.response.code", "http.response.phrase", "http.host", "http.content_length_header", "_ws.malformed");

    private TsharkComparison() {
    }

    /**
     * Writes the frames as one capture and compares; then each link's by itself, with the columns and the remarks that
     * depend on the frames before.
     */
    public static void assertSame(List<TracedFrame> frames, Path folder) throws IOException {
        Path whole = folder.resolve("whole.pcapng");
        PcapngWriter.write(whole, frames);
        assertSameFields(whole);
        Map<Set<Object>, List<TracedFrame>> byLink = frames.stream()
                .collect(Collectors.groupingBy(frame -> Set.copyOf(List.of(frame.from(), frame.to())), LinkedHashMap::new,
                        Collectors.toList()));
        int number = 0;
        for (List<TracedFrame> link : byLink.values()) {
            Path one = folder.resolve("link" + number++ + ".pcapng");
            PcapngWriter.write(one, link);
            assertSameFields(one);
            assertSameColumns(one);
        }
    }

    static void assertSameFields(Path capture) throws IOException {
        List<Map<String, String>> theirs = Tshark.fields(capture, FIELDS);
        List<Dissection> ours = read(capture);
        assertEquals(theirs.size(), ours.size(), "frames");
        List<Executable> comparisons = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            Dissection frame = ours.get(i);
            for (Map.Entry<String, String> field : theirs.get(i).entrySet()) {
                String place = "frame " + (i + 1) + " (" + frame.info() + ") " + field.getKey();
                comparisons.add(() -> assertEquals(theirs(field.getKey(), field.getValue()), ours(frame, field.getKey()), place));
            }
        }
        assertAll(comparisons);
    }

    static void assertSameColumns(Path capture) throws IOException {
        List<String> names = List.of("_ws.col.Source", "_ws.col.Destination", "_ws.col.Protocol", "_ws.col.Info");
        List<Map<String, String>> theirs = Tshark.fields(capture, names);
        List<Dissection> ours = read(capture);
        List<Executable> comparisons = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            Dissection frame = ours.get(i);
            Map<String, String> row = theirs.get(i);
            String place = "frame " + (i + 1);
            comparisons.add(() -> assertEquals(row.get(names.get(0)), numeric(frame.source()), place));
            comparisons.add(() -> assertEquals(row.get(names.get(1)), numeric(frame.destination()), place));
            comparisons.add(() -> assertEquals(row.get(names.get(2)), frame.protocol(), place));
            comparisons.add(() -> assertEquals(comparable(row.get(names.get(3))), comparable(frame.info()), place));
        }
        assertAll(comparisons);
    }

    static List<Dissection> read(Path capture) throws IOException {
        List<Dissection> dissections = new ArrayList<>();
        Conversations conversations = new Conversations();
        try (PcapngReader reader = PcapngReader.open(capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                CapturedFrame captured = frame.get();
                dissections.add(new Dissector().dissect(captured, conversations.follow(captured)));
            }
        }
        return dissections;
    }

    private static String numeric(String name) {
        return name.equals("Broadcast") ? "ff:ff:ff:ff:ff:ff" : name;
    }

    /** Without what points to other frames, which we do not track. */
    private static String comparable(String info) {
        return info.replaceAll(" \\((reply|request) in \\d+\\)| \\(no response found!\\)|, no response found!", "")
                .replaceAll("\\[(?!TCP)[^]]*\\] (?=\\d+ →)", "").strip();
    }

    /** tshark's values without the repetitions that stem from its own reassembly. */
    private static String theirs(String name, String values) {
        return name.equals("tcp.flags") ? values.replaceFirst("0x0*", "0x") : values;
    }

    private static String ours(Dissection frame, String name) {
        if (name.equals(Unwrapping.MALFORMED)) {
            return frame.protocol(name).isPresent() ? name : "";
        }
        if (name.equals("dns.flags.rcode") && frame.info().startsWith("Standard query 0x")) {
            return ""; // Wireshark does not show what means nothing in a question.
        }
        Set<String> texts = new LinkedHashSet<>();
        StringBuilder joined = new StringBuilder();
        for (FieldValue value : frame.values(name)) {
            String text = text(value);
            texts.add(text);
            joined.append(joined.length() == 0 ? "" : "|").append(text);
        }
        return name.equals("tcp.flags") ? joined.toString().replaceFirst("0x0*", "0x") : joined.toString();
    }

    private static String text(FieldValue value) {
        return FieldText.plain(value);
    }
}
