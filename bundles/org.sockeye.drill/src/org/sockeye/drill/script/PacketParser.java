package org.sockeye.drill.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sockeye.drill.script.PacketSpec.IpSpec;
import org.sockeye.drill.script.PacketSpec.Mark;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** Reads what stands behind {@code <} or {@code >}: a packet. */
final class PacketParser {

    private static final String FLAGS = "FSRP.UEWA";
    private static final List<String> ENCAPSULATIONS = List.of("ipv4", "ipv6", "gre", "GREv0", "mpls", "psp");

    private final Cursor cursor;
    private final boolean inbound;

    PacketParser(Cursor cursor, boolean inbound) {
        this.cursor = cursor;
        this.inbound = inbound;
    }

    PacketSpec packet() throws ScriptException, UnsupportedException {
        IpSpec ip = ip();
        Token first = cursor.peek();
        if (first.kind() == Token.Kind.WORD && ENCAPSULATIONS.contains(first.text())) {
            throw new UnsupportedException(first.position(), "the encapsulation " + first.text());
        } else if (cursor.accept("[")) {
            // Once the quoted segment stood before the message.
            PacketSpec.Quoted quoted = quoted();
            cursor.expect("icmp", "write icmp unreachable frag_needed mtu 1500 [1:1461(1460)]");
            return icmp(ip, Optional.of(quoted));
        } else if (cursor.accept("icmp")) {
            return icmp(ip, Optional.empty());
        } else if (cursor.accept("udp")) {
            cursor.expect("(", "write udp (LENGTH)");
            int length = cursor.integer("the datagram's length", 0, 65507);
            cursor.expect(")", "write udp (LENGTH)");
            return new PacketSpec.Udp(ip, length);
        }
        return tcp(ip);
    }

    private IpSpec ip() throws ScriptException, UnsupportedException {
        Mark mark = Mark.NONE;
        int tos = 0;
        OptionalInt ttl = OptionalInt.empty();
        while (cursor.peek().is("[") && cursor.peek(1).kind() != Token.Kind.INTEGER || cursor.peek().is("(")) {
            boolean square = cursor.accept("[");
            if (!square) {
                cursor.accept("(");
            }
            do {
                Position position = cursor.position();
                String name = cursor.word("what the IP header must say");
                switch (name) {
                    case "noecn" -> mark = Mark.NOT_CAPABLE;
                    case "ect0" -> mark = Mark.ECT0;
                    case "ect1" -> mark = Mark.ECT1;
                    case "ect01" -> mark = Mark.EITHER;
                    case "ce" -> mark = Mark.EXPERIENCED;
                    case "tos" -> {
                        mark = Mark.TOS;
                        tos = cursor.integer("the type of service", 0, 255);
                    }
                    case "ttl" -> ttl = OptionalInt.of(cursor.integer("the time to live", 0, 255));
                    default -> throw new UnsupportedException(position, "the IP field " + name);
                }
            } while (cursor.accept(","));
            cursor.expect(square ? "]" : ")", "write [ect0], [ce], [noecn], [tos 0x10] or [ttl 64]");
        }
        if (inbound && mark == Mark.EITHER) {
            throw new ScriptException(cursor.position(), "ect01 can only be expected; write ect0 or ect1");
        }
        return new IpSpec(mark, tos, ttl);
    }

    private PacketSpec icmp(IpSpec ip, Optional<PacketSpec.Quoted> before) throws ScriptException {
        String type = cursor.word("the type of the ICMP message");
        String code = cursor.peek().kind() == Token.Kind.WORD && !cursor.peek().is("mtu") ? cursor.next().text() : "";
        int mtu = cursor.accept("mtu") ? cursor.integer("the MTU", 0, 0xffff) : 0;
        if (!cursor.accept("[")) {
            return new PacketSpec.Icmp(ip, type, code, mtu, before);
        }
        return new PacketSpec.Icmp(ip, type, code, mtu, Optional.of(quoted()));
    }

    /** What stands behind the bracket that opens a quoted segment. */
    private PacketSpec.Quoted quoted() throws ScriptException {
        String form = "write the segment quoted as [first:last(length)]";
        long sequence = cursor.integer("a sequence number");
        int length = 0;
        if (cursor.accept(":")) {
            cursor.integer("a sequence number");
            cursor.expect("(", form);
            length = cursor.integer("a length", 0, 65535);
            cursor.expect(")", form);
        }
        cursor.expect("]", form);
        return new PacketSpec.Quoted(sequence, length);
    }

    private PacketSpec tcp(IpSpec ip) throws ScriptException, UnsupportedException {
        OptionalInt ace = OptionalInt.empty();
        Position position = cursor.position();
        StringBuilder written = new StringBuilder();
        if (!cursor.accept("-")) {
            do {
                written.append(cursor.next().text());
            } while (!cursor.peek().spaced() && !cursor.atEnd());
        }
        int flags = 0;
        for (char letter : written.toString().toCharArray()) {
            int bit = FLAGS.indexOf(letter);
            if (letter >= '0' && letter <= '7') {
                ace = OptionalInt.of(letter - '0');
            } else if (bit < 0) {
                throw new ScriptException(position,
                        "'" + written + "' are no flags of TCP; write some of F S R P . U E W,"
                                + " or - for none");
            } else {
                flags |= bitOf(letter);
            }
        }
        if (ace.isPresent()) {
            throw new UnsupportedException(position, "accurate ECN");
        }
        return segment(ip, flags, ace);
    }

    private static int bitOf(char letter) {
        return switch (letter) {
            case 'F' -> TcpHeader.FIN;
            case 'S' -> TcpHeader.SYN;
            case 'R' -> TcpHeader.RST;
            case 'P' -> TcpHeader.PSH;
            case '.' -> TcpHeader.ACK;
            case 'U' -> TcpHeader.URG;
            case 'E' -> 0x40;
            case 'W' -> 0x80;
            default -> 0x100;
        };
    }

    private PacketSpec segment(IpSpec ip, int flags, OptionalInt ace) throws ScriptException, UnsupportedException {
        String form = "write the sequence numbers as first:last(length), like 1:1001(1000)";
        Position position = cursor.position();
        long sequence = cursor.integer("the sequence number");
        cursor.expect(":", form);
        long last = cursor.integer("the sequence number behind the last byte");
        cursor.expect("(", form);
        int length = cursor.integer("the length", 0, 65495);
        cursor.expect(")", form);
        if ((last - sequence & 0xffffffffL) != length) {
            throw new ScriptException(position, sequence + ":" + last + " is not " + length + " bytes; write "
                    + sequence + ":" + (sequence + length) + "(" + length + ")");
        }
        long acknowledgment = cursor.accept("ack") ? cursor.integer("the acknowledgment number") : -1;
        if ((flags & TcpHeader.ACK) != 0 && acknowledgment < 0) {
            throw new ScriptException(cursor.position(), "the flag '.' needs an acknowledgment: write ack N");
        }
        OptionalInt window = cursor.accept("win") ? OptionalInt.of(cursor.integer("the window", 0, 0xffff))
                : OptionalInt.empty();
        if (inbound && window.isEmpty()) {
            throw new ScriptException(cursor.position(), "an inbound segment needs a window: write win N");
        }
        int urgent = cursor.accept("urg") ? cursor.integer("the urgent pointer", 0, 0xffff) : 0;
        Position angle = cursor.position();
        Optional<List<TcpOption>> options = cursor.accept("<") ? new OptionsParser(cursor).options(angle)
                : Optional.of(List.of());
        if (inbound && options.isEmpty()) {
            throw new ScriptException(angle, "an inbound segment has exactly the options that are written; name them");
        }
        int all = urgent > 0 ? flags | TcpHeader.URG : flags;
        return new PacketSpec.Tcp(ip, all, ace, sequence, length, acknowledgment, window, urgent, options);
    }
}
