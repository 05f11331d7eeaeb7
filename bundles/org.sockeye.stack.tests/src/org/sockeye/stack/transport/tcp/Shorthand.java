package org.sockeye.stack.transport.tcp;

import java.util.stream.Collectors;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** Writes segments as packetdrill and tcpdump do: {@code P. 1:14(13) ack 1 win 502}. Both directions count from 0. */
final class Shorthand {

    private Shorthand() {
    }

    static String of(TcpHeader header, int payload, int firstSequence, int firstAcknowledgment) {
        return of(header, payload, firstSequence, firstAcknowledgment, 0, 0);
    }

    /** The same with timestamps that count from those of the start. */
    static String of(TcpHeader header, int payload, int firstSequence, int firstAcknowledgment, int firstValue,
            int firstEcho) {
        StringBuilder text = new StringBuilder();
        text.append(header.has(TcpHeader.SYN) ? "S" : "").append(header.has(TcpHeader.FIN) ? "F" : "")
                .append(header.has(TcpHeader.RST) ? "R" : "").append(header.has(TcpHeader.PSH) ? "P" : "")
                .append(header.has(TcpHeader.ECE) ? "E" : "").append(header.has(TcpHeader.CWR) ? "W" : "")
                .append(header.has(TcpHeader.URG) ? "U" : "").append(header.has(TcpHeader.ACK) ? "." : "");
        long sequence = (long) header.sequence() - firstSequence & 0xffff_ffffL;
        text.append(' ').append(sequence).append(':').append(sequence + payload).append('(').append(payload)
                .append(')');
        if (header.has(TcpHeader.ACK)) {
            text.append(" ack ").append((long) header.acknowledgment() - firstAcknowledgment & 0xffff_ffffL);
        }
        text.append(" win ").append(header.window());
        if (header.has(TcpHeader.URG)) {
            text.append(" urg ").append(header.urgentPointer());
        }
        if (!header.options().isEmpty()) {
            text.append(header.options().stream().map(
                    option -> name(option, firstAcknowledgment, firstValue, firstEcho))
                    .collect(Collectors.joining(",", " <", ">")));
        }
        return text.toString();
    }

    static int flags(String letters) {
        int flags = 0;
        for (char letter : letters.toCharArray()) {
            flags |= switch (letter) {
                case 'S' -> TcpHeader.SYN;
                case 'F' -> TcpHeader.FIN;
                case 'R' -> TcpHeader.RST;
                case 'P' -> TcpHeader.PSH;
                case 'E' -> TcpHeader.ECE;
                case 'W' -> TcpHeader.CWR;
                case 'U' -> TcpHeader.URG;
                case '.' -> TcpHeader.ACK;
                default -> throw new IllegalArgumentException("no flag " + letter);
            };
        }
        return flags;
    }

    private static String name(TcpOption option, int firstAcknowledgment, int firstValue, int firstEcho) {
        return switch (option) {
            case TcpOption.NoOperation nothing -> "nop";
            case TcpOption.MaximumSegmentSize size -> "mss " + size.bytes();
            case TcpOption.WindowScale scale -> "wscale " + scale.shift();
            case TcpOption.SackPermitted permitted -> "sackOK";
            case TcpOption.Timestamps clocks -> "TS val " + (clocks.value() - firstValue) + " ecr "
                    + (clocks.echo() == 0 ? 0 : clocks.echo() - firstEcho);
            case TcpOption.Sack sack -> sack.blocks().stream()
                    .map(block -> ((long) block.left() - firstAcknowledgment & 0xffff_ffffL) + ":"
                            + ((long) block.right() - firstAcknowledgment & 0xffff_ffffL))
                    .collect(Collectors.joining(" ", "sack ", ""));
            default -> option.toString();
        };
    }
}
