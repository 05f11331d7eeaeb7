package org.sockeye.drill.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** Writes packets and times the way scripts do. */
final class Shown {

    private static final String LETTERS = "FSRP.UEWA";

    private Shown() {
    }

    /** Such as "P.", or "-" for no flag at all. */
    static String flags(int flags) {
        StringBuilder text = new StringBuilder();
        for (int bit : new int[] { 0, 1, 2, 3, 5, 6, 7, 8, 4 }) {
            if ((flags & 1 << bit) != 0) {
                text.append(LETTERS.charAt(bit));
            }
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    /** Such as "1:1001(1000)". */
    static String range(long sequence, int length) {
        long first = sequence & 0xffffffffL;
        return first + ":" + (first + length & 0xffffffffL) + "(" + length + ")";
    }

    /** Such as {@code <mss 1460,nop,wscale 8>}; <...> if they do not matter. */
    static String options(Optional<List<TcpOption>> options) {
        if (options.isEmpty()) {
            return "<...>";
        }
        StringJoiner joined = new StringJoiner(",", "<", ">");
        for (TcpOption option : options.get()) {
            joined.add(switch (option) {
                case TcpOption.NoOperation nothing -> "nop";
                case TcpOption.MaximumSegmentSize size -> "mss " + size.bytes();
                case TcpOption.WindowScale scale -> "wscale " + scale.shift();
                case TcpOption.SackPermitted permitted -> "sackOK";
                case TcpOption.Sack sack -> blocks(sack);
                case TcpOption.Timestamps stamps -> "TS val " + Integer.toUnsignedString(stamps.value()) + " ecr "
                        + Integer.toUnsignedString(stamps.echo());
                case TcpOption.Unknown unknown -> "kind " + unknown.kind();
            });
        }
        return joined.toString();
    }

    private static String blocks(TcpOption.Sack sack) {
        StringBuilder text = new StringBuilder("sack");
        for (TcpOption.Sack.Block block : sack.blocks()) {
            text.append(' ').append(Integer.toUnsignedString(block.left())).append(':')
                    .append(Integer.toUnsignedString(block.right()));
        }
        return text.toString();
    }

    /** A whole segment. */
    static String segment(int flags, long sequence, int length, long acknowledgment, OptionalInt window, int urgent,
            Optional<List<TcpOption>> options) {
        StringBuilder text = new StringBuilder("> ").append(flags(flags)).append(' ').append(range(sequence, length));
        if ((flags & TcpHeader.ACK) != 0) {
            text.append(" ack ").append(acknowledgment & 0xffffffffL);
        }
        window.ifPresent(size -> text.append(" win ").append(size));
        if (urgent != 0) {
            text.append(" urg ").append(urgent);
        }
        if (options.isEmpty() || !options.get().isEmpty()) {
            text.append(' ').append(options(options));
        }
        return text.toString();
    }

    /** Nanoseconds as "0.200000 s". */
    static String time(long nanoseconds) {
        return String.format(Locale.ROOT, "%.6f s", nanoseconds / 1e9);
    }
}
