package org.sockeye.stack.dissect;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sockeye.stack.application.DhcpDissector;
import org.sockeye.stack.application.DnsDissector;
import org.sockeye.stack.application.HttpDissector;
import org.sockeye.stack.application.PlainDissector;
import org.sockeye.stack.application.SmtpDissector;
import org.sockeye.stack.application.TlsDissector;
import org.sockeye.stack.wire.ArpPacket;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IgmpMessage;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Extension;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.SnapHeader;
import org.sockeye.stack.wire.UdpHeader;
import org.sockeye.stack.wire.VlanTag;
import org.sockeye.stack.wire.WifiFrame;

/** Every name that a display filter may use: protocols, fields, and names that stand for several fields. */
public final class FieldCatalogue {

    private static final List<String> PROTOCOLS = List.of("frame", "eth", "vlan", "wlan", "llc", "null", "raw", "sll",
            "arp", "ip", "ipv6", "icmp", "icmpv6", "igmp", "udp", "tcp", "dns", "dhcp", "smtp", "tls", "http",
            "data", Unwrapping.MALFORMED);

    /** One name for both directions, as nobody wants to write each condition twice. */
    private static final Map<String, List<String>> SEVERAL = Map.of("eth.addr", List.of("eth.dst", "eth.src"),
            "ip.addr",
            List.of("ip.src", "ip.dst"), "ipv6.addr", List.of("ipv6.src", "ipv6.dst"), "udp.port",
            List.of("udp.srcport", "udp.dstport"), "tcp.port",
            List.of("tcp.srcport", "tcp.dstport"), "wlan.addr",
            List.of("wlan.ra", "wlan.ta", "wlan.da", "wlan.sa", "wlan.bssid", "wlan.staa"));

    private static final Map<String, Field> FIELDS = fields();

    private FieldCatalogue() {
    }

    private static Map<String, Field> fields() {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : FieldTable.join(EthernetFrame.fields(), ArpPacket.fields(), Ipv4Header.fields(),
                IcmpMessage.fields(), IgmpMessage.fields(), Ipv6Header.fields(), Ipv6Extension.fields(),
                Icmpv6Message.fields(), UdpHeader.fields(), List.of(UdpDissector.STREAM), TcpHeader.fields(),
                TcpFields.all(), DnsDissector.fields(),
                DhcpDissector.fields(), SmtpDissector.fields(), TlsDissector.fields(), HttpDissector.fields(),
                PlainDissector.fields(), PhysicalDissector.fields(), OtherLinks.fields(), VlanTag.fields(),
                WifiFrame.fields(), SnapHeader.fields())) {
            byName.put(field.name(), field);
        }
        for (String name : List.of("eth.fcs.status", "wlan.fcs.status", "ip.checksum.status", "icmp.checksum.status",
                "igmp.checksum.status",
                "icmpv6.checksum.status",
                "udp.checksum.status",
                "tcp.checksum.status")) {
            byName.put(name, new Field(name, "Checksum Status", 0, 0, Format.DECIMAL, ""));
        }
        for (String name : List.of("udp.payload", "tcp.payload")) {
            byName.put(name, new Field(name, "Payload", 0, 0, Format.BYTES, ""));
        }
        return Collections.unmodifiableMap(byName);
    }

    /** Every name, in alphabetical order: for completion while a filter is typed. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(FIELDS.keySet());
        names.addAll(PROTOCOLS);
        names.addAll(SEVERAL.keySet());
        return List.copyOf(names);
    }

    /** True for the name of a protocol, such as {@code tcp}. */
    public static boolean isProtocol(String name) {
        return PROTOCOLS.contains(name);
    }

    /** The fields that a name stands for, one as a rule; empty if it is none. */
    static List<Field> find(String name) {
        return SEVERAL.getOrDefault(name, List.of(name)).stream().map(FIELDS::get).filter(field -> field != null)
                .toList();
    }

    /**
     * A frame's values of a field, or of several fields with one name, in the order in which they stand in the frame.
     *
     * @throws IllegalArgumentException if there is no such field, naming the one that was probably meant
     */
    public static List<FieldValue> values(Dissection frame, String name) {
        List<String> names = find(name).stream().map(Field::name).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(unknown(name));
        }
        return frame.envelopes().stream().flatMap(envelope -> envelope.fields().stream())
                .filter(value -> names.contains(value.field().name())).toList();
    }

    /** What is wrong with a name that is none, and which was probably meant. */
    static String unknown(String name) {
        return "there is no field '" + name + "'"
                + nearest(name).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    /** A field of a fixed header that starts at {@code header}. */
    static FieldValue read(String name, byte[] frame, int header) {
        Field field = find(name).getFirst();
        return FieldTable.value(field, frame, header * 8 + field.bitOffset(), field.bitLength());
    }

    /** The name that was probably meant; empty if none is near. */
    private static Optional<String> nearest(String name) {
        int furthest = Math.max(name.length() > 3 ? 2 : 1, name.length() / 3);
        return names().stream().filter(other -> distance(name, other) <= furthest)
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** How many characters must be put in, taken out, changed or swapped with the next (Damerau and Levenshtein). */
    private static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int changed = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }
}
