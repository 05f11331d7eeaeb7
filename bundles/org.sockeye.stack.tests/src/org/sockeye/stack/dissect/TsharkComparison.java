package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.trace.PcapngReader;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.TracedFrame;

/** Compares what we say about frames with what tshark says, field by field. */
public final class TsharkComparison {

    /** What frames have whatever the frames before them were. */
    private static final List<String> FIELDS = List.of("frame.number", "frame.time_epoch", "frame.time_relative",
            "frame.len",
            "frame.interface_name", "frame.comment", "eth.dst", "eth.src", "eth.type", "eth.fcs", "eth.fcs.status",
            "eth.padding", "vlan.id", "vlan.priority", "vlan.dei", "vlan.etype", "vlan.trailer",
            "wlan.fc.type_subtype", "wlan.fc", "wlan.fc.version", "wlan.fc.type", "wlan.fc.subtype", "wlan.flags",
            "wlan.fc.ds", "wlan.fc.tods", "wlan.fc.fromds", "wlan.fc.frag", "wlan.fc.retry", "wlan.fc.pwrmgt",
            "wlan.fc.moredata", "wlan.fc.protected", "wlan.fc.order", "wlan.duration", "wlan.ra", "wlan.ta",
            "wlan.da", "wlan.sa", "wlan.bssid", "wlan.staa", "wlan.frag", "wlan.seq", "wlan.fcs", "wlan.fcs.status",
            "llc.dsap", "llc.ssap", "llc.control", "llc.oui", "llc.type",
            "arp.opcode", "arp.src.hw_mac", "arp.src.proto_ipv4", "arp.dst.hw_mac", "arp.dst.proto_ipv4", "ip.version",
            "ip.hdr_len", "ip.dsfield.dscp", "ip.len", "ip.id", "ip.flags.df", "ip.flags.mf", "ip.frag_offset",
            "ip.ttl",
            "ip.proto", "ip.checksum", "ip.checksum.status", "ip.src", "ip.dst", "icmp.type", "icmp.code",
            "icmp.checksum",
            "icmp.seq", "udp.srcport", "udp.dstport", "udp.length", "udp.checksum", "dns.id",
            "dns.flags.response", "dns.flags.rcode", "dns.count.queries", "dns.count.answers", "dns.qry.name",
            "dns.qry.type", "dns.a", "dns.ptr.domain_name", "tcp.srcport", "tcp.dstport", "tcp.stream", "tcp.len",
            "tcp.seq", "tcp.seq_raw", "tcp.nxtseq", "tcp.ack", "tcp.ack_raw", "tcp.hdr_len", "tcp.flags",
            "tcp.flags.syn", "tcp.flags.ack", "tcp.flags.fin", "tcp.flags.reset", "tcp.flags.push",
            "tcp.window_size_value", "tcp.window_size", "tcp.checksum", "tcp.checksum.status", "tcp.urgent_pointer",
            "tcp.options.mss_val", "tcp.options.wscale.shift", "tcp.options.timestamp.tsval",
            "tcp.options.timestamp.tsecr", "tcp.payload", "udp.payload", "http.request.method", "http.request.uri",
            "http.response.code", "http.response.phrase", "http.host", "http.content_length_header", "_ws.malformed");

    private static final Map<String, Function<Dissection, String>> COLUMNS = Map.of("_ws.col.Source",
            frame -> numeric(frame.source()), "_ws.col.Destination", frame -> numeric(frame.destination()),
            "_ws.col.Protocol", Dissection::protocol, "_ws.col.Info", Dissection::info);

    private TsharkComparison() {
    }

    /**
     * Writes the first and the last link's frames as a capture each and compares, also the columns and remarks, which
     * depend on the frames before; then, if there are several links, all frames as one capture, without the columns.
     */
    public static void assertSame(List<TracedFrame> frames, Path folder) throws IOException {
        Map<Set<Object>, List<TracedFrame>> byLink = frames.stream()
                .collect(Collectors.groupingBy(frame -> Set.copyOf(List.of(frame.from(), frame.to())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<TracedFrame>> links = List.copyOf(byLink.values());
        for (int i = 0; i < links.size(); i += Math.max(1, links.size() - 1)) {
            Path one = folder.resolve("link" + i + ".pcapng");
            PcapngWriter.write(one, links.get(i));
            assertSame(one, true);
        }
        Path whole = folder.resolve("whole.pcapng");
        PcapngWriter.write(whole, frames);
        if (links.size() > 1) {
            assertSame(whole, false);
        }
    }

    static void assertSame(Path capture, boolean withColumns) throws IOException {
        List<String> names = new ArrayList<>(FIELDS);
        if (withColumns) {
            names.addAll(COLUMNS.keySet());
        }
        assertSame(capture, names);
    }

    static void assertSame(Path capture, List<String> names) throws IOException {
        List<Map<String, String>> theirs = Tshark.fields(capture, names);
        List<Dissection> ours = read(capture);
        assertEquals(theirs.size(), ours.size(), "frames");
        List<Executable> comparisons = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            Dissection frame = ours.get(i);
            for (Map.Entry<String, String> field : theirs.get(i).entrySet()) {
                String name = field.getKey();
                String place = "frame " + (i + 1) + " (" + frame.info() + ") " + name;
                comparisons.add(() -> assertEquals(theirs(name, field.getValue()), ours(frame, name), place));
            }
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
                .strip();
    }

    private static String theirs(String name, String values) {
        return name.equals("tcp.flags") ? values.replaceFirst("0x0*", "0x")
                : COLUMNS.containsKey(name) ? comparable(values) : values;
    }

    private static String ours(Dissection frame, String name) {
        Function<Dissection, String> column = COLUMNS.get(name);
        if (column != null) {
            return comparable(column.apply(frame));
        } else if (name.equals(Unwrapping.MALFORMED)) {
            return frame.protocol(name).isPresent() ? name : "";
        } else if (name.equals("dns.flags.rcode") && frame.info().startsWith("Standard query 0x")) {
            return ""; // Wireshark does not show what means nothing in a question.
        }
        String values = frame.values(name).stream().map(FieldText::plain).collect(Collectors.joining("|"));
        return name.equals("tcp.flags") ? values.replaceFirst("0x0*", "0x") : values;
    }
}
