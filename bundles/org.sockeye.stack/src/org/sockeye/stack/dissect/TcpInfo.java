package org.sockeye.stack.dissect;

import java.util.List;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** The line that a packet list shows of a segment. */
final class TcpInfo {

    private TcpInfo() {
    }

    /** @param length bytes of payload */
    static String of(TcpHeader header, TcpContext context, int length) {
        StringBuilder info = new StringBuilder(96);
        List<TcpRemark> remarks = context.remarks();
        for (int i = remarks.size() - 1; i >= 0; i--) {
            String text = remarks.get(i).text();
            if (!text.isEmpty()) {
                info.append('[').append(text).append("] ");
            }
        }
        info.append(header.summary(sequence(header, context), acknowledgment(header, context), window(header, context),
                length));
        for (TcpOption option : header.options()) {
            add(info, option, context);
        }
        return info.toString();
    }

    static long sequence(TcpHeader header, TcpContext context) {
        return Integer.toUnsignedLong(header.sequence() - (int) context.firstSequence());
    }

    static long acknowledgment(TcpHeader header, TcpContext context) {
        return Integer.toUnsignedLong(header.acknowledgment() - (int) context.firstAcknowledgment());
    }

    static long window(TcpHeader header, TcpContext context) {
        boolean scaled = context.windowShift() > 0 && !header.has(TcpHeader.SYN);
        return (long) header.window() << (scaled ? context.windowShift() : 0);
    }

    private static void add(StringBuilder info, TcpOption option, TcpContext context) {
        switch (option) {
            case TcpOption.MaximumSegmentSize size -> info.append(" MSS=").append(size.bytes());
            case TcpOption.WindowScale scale -> info.append(" WS=").append(1L << Math.min(scale.shift(), 14));
            case TcpOption.SackPermitted permitted -> info.append(" SACK_PERM");
            case TcpOption.Timestamps stamps -> info.append(" TSval=").append(Integer.toUnsignedString(stamps.value()))
                    .append(" TSecr=").append(Integer.toUnsignedString(stamps.echo()));
            case TcpOption.Sack sack -> {
                for (TcpOption.Sack.Block block : sack.blocks()) {
                    info.append(" SLE=").append(edge(block.left(), context)).append(" SRE=")
                            .append(edge(block.right(), context));
                }
            }
            case TcpOption.NoOperation nothing -> {
                // Only fills up.
            }
            case TcpOption.Unknown unknown -> {
                // Says nothing that we know.
            }
        }
    }

    /** An edge of what has been received, counted like the acknowledgment number. */
    private static long edge(int number, TcpContext context) {
        return Integer.toUnsignedLong(number - (int) context.firstAcknowledgment());
    }
}
