package org.sockeye.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.PcapngWriter;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.MacAddress;
import org.sockeye.stack.wire.UdpHeader;
import picocli.CommandLine;

/** {@code sockeye packets} prints what tshark prints, and says in a line what is wrong with its input. */
class PacketsCommandTest {

    private static final Ipv4Address CLIENT = Ipv4Address.of(10, 0, 1, 2);
    private static final Ipv4Address SERVER = Ipv4Address.of(10, 0, 1, 3);
    private static final MacAddress CLIENT_MAC = new MacAddress(0x02000a000102L);
    private static final MacAddress SERVER_MAC = new MacAddress(0x02000a000103L);

    @TempDir
    Path folder;

    private Path capture;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A question by ARP, and a datagram. */
    @BeforeEach
    void writeCapture() throws IOException {
        Trace trace = new Trace();
        LinkEnd client = new LinkEnd("client", "eth0");
        LinkEnd server = new LinkEnd("server", "eth0");
        byte[] asked = new ArpPacket(ArpPacket.REQUEST, CLIENT_MAC, CLIENT, new MacAddress(0), SERVER).emit();
        trace.sent(1_000_000, 2_000_000, client, server,
                Content.of(new EthernetFrame(MacAddress.BROADCAST, CLIENT_MAC, EthernetFrame.ARP).emit(asked)), null);
        byte[] payload = "hello\n".getBytes(StandardCharsets.US_ASCII);
        Content datagram = Content.of(payload).behind(UdpHeader.emit(CLIENT, 49152, SERVER, 6789, payload));
        Content packet = datagram.behind(
                Ipv4Header.of(CLIENT, SERVER, UdpHeader.PROTOCOL, 64, 1, datagram.bytes().length).emit());
        trace.sent(3_500_000, 4_000_000, client, server, Content.of(
                new EthernetFrame(SERVER_MAC, CLIENT_MAC, EthernetFrame.IPV4).emit(packet.bytes())),
                "lost on the link");
        capture = folder.resolve("out.pcapng");
        PcapngWriter.write(capture, trace.frames());
    }

    private int run(String... arguments) {
        return new CommandLine(new PacketsCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String printed(String... options) {
        String[] arguments = Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = capture.toString();
        assertEquals(0, run(arguments), err::toString);
        return out.toString();
    }

    private void assertRefused(String message, String... arguments) {
        assertEquals(2, run(arguments));
        assertEquals("sockeye packets: " + message + System.lineSeparator(), err.toString());
    }

    @Test
    void eachPacketIsALine() {
        assertEquals("""
                    1 0.000000000 02:00:0a:00:01:02 → Broadcast    ARP 64 Who has 10.0.1.3? Tell 10.0.1.2
                    2 0.002500000     10.0.1.2 → 10.0.1.3     UDP 64 49152 → 6789 Len=6
                """, printed());
    }

    @Test
    void filterAndCountChoosePackets() {
        assertEquals("    2 0.002500000     10.0.1.2 → 10.0.1.3     UDP 64 49152 → 6789 Len=6\n",
                printed("-Y", "udp.port == 6789"));
        out.getBuffer().setLength(0);
        assertEquals("", printed("-Y", "udp", "-c", "1"));
    }

    @Test
    void fieldsAreSeparatedByTabsAndTheirValuesByCommas() {
        assertEquals("\t\t\t0x0806\n10.0.1.2,10.0.1.3\t49152,6789\t68656c6c6f0a\t0x0800\n",
                printed("-T", "fields", "-e", "ip.addr", "-e", "udp.port", "-e", "data.data", "-e", "eth.type"));
    }

    @Test
    void separatorsOfFieldsCanBeChosen() {
        assertEquals("ip.addr;frame.number\n;1\n10.0.1.2|10.0.1.3;2\n", printed("-T", "fields", "-e", "ip.addr", "-e",
                "frame.number", "-E", "header=y", "-E", "separator=;", "-E", "aggregator=|"));
    }

    @Test
    void treeShowsEveryLayerWithItsFields() {
        String tree = printed("-V", "-Y", "udp");
        assertTrue(tree.startsWith("Frame 2: 64 bytes (512 bits) on the wire, interface client eth0\n"), tree);
        assertTrue(tree.contains("\n    Comment: dropped: lost on the link\n"), tree);
        assertTrue(tree.contains("\nInternet Protocol Version 4, Src: 10.0.1.2, Dst: 10.0.1.3\n"), tree);
        assertTrue(tree.contains("\n    Flags: 0x0\n        Reserved Bit: not set\n"), tree);
        assertTrue(tree.contains("\nUser Datagram Protocol, Src Port: 49152, Dst Port: 6789\n"), tree);
        assertTrue(tree.contains("\nData (6 bytes): \"hello\\n\"\n"), tree);
    }

    @Test
    void jsonHasTsharksShape() {
        JsonArray packets = JsonParser.parseString(printed("-T", "json")).getAsJsonArray();
        assertEquals(2, packets.size());
        JsonObject packet = packets.get(1).getAsJsonObject();
        assertEquals("doc", packet.get("_type").getAsString());
        JsonObject layers = packet.getAsJsonObject("_source").getAsJsonObject("layers");
        assertEquals(List.of("frame", "eth", "ip", "udp", "data"), List.copyOf(layers.keySet()));
        assertEquals("49152", layers.getAsJsonObject("udp").get("udp.srcport").getAsString());
        assertEquals("68:65:6c:6c:6f:0a", layers.getAsJsonObject("data").get("data.data").getAsString());
        assertEquals("0",
                layers.getAsJsonObject("ip").getAsJsonObject("ip.flags_tree").get("ip.flags.df").getAsString());
    }

    @Test
    void jsonOfChosenFieldsHoldsThemAsArrays() {
        JsonArray packets = JsonParser.parseString(printed("-T", "json", "-e", "ip.addr")).getAsJsonArray();
        assertEquals("{\"layers\":{}}", packets.get(0).getAsJsonObject().get("_source").toString());
        assertEquals("{\"layers\":{\"ip.addr\":[\"10.0.1.2\",\"10.0.1.3\"]}}",
                packets.get(1).getAsJsonObject().get("_source").toString());
    }

    @Test
    void jsonOfNoPacketsIsAnEmptyArray() {
        assertEquals(0, JsonParser.parseString(printed("-T", "json", "-Y", "tcp")).getAsJsonArray().size());
    }

    @Test
    void missingFileIsToldInALine() {
        Path none = folder.resolve("none.pcapng");
        assertRefused(none + ": there is no such file; 'sockeye run --capture FILE' writes one", none.toString());
    }

    @Test
    void fileThatIsNoCaptureIsToldInALine() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello, I am no capture");
        assertRefused(
                text + ": at byte 0: this is no capture file (it begins with 68656c6c); name a pcapng or pcap file",
                text.toString());
    }

    @Test
    void wrongFilterIsToldInALine() {
        assertRefused("-Y 'tcp.prot == 1': column 1: there is no field 'tcp.prot'; did you mean 'tcp.port'?",
                capture.toString(), "-Y", "tcp.prot == 1");
    }

    @Test
    void countThatIsNoneIsToldInALine() {
        assertRefused("-c ten: write how many packets, like 10", capture.toString(), "-c", "ten");
    }

    @Test
    void unknownFieldIsToldInALine() {
        assertRefused("-e ip.source: there is no field 'ip.source'; did you mean 'ip.src'?", capture.toString(), "-T",
                "fields", "-e", "ip.source");
    }

    @Test
    void cutOffFileIsToldAfterThePacketsBefore() throws IOException {
        byte[] whole = Files.readAllBytes(capture);
        Files.write(capture, Arrays.copyOf(whole, whole.length - 8));
        assertEquals(2, run(capture.toString()));
        assertEquals(1, out.toString().lines().count());
        assertTrue(err.toString().contains("it was cut off"), err::toString);
        assertEquals(1, err.toString().lines().count());
    }
}
