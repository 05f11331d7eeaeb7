package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/** Compares a segment of the stack with the one that a script expects. */
final class Matcher {

    private final Flow flow;
    private final Plan plan;

    Matcher(Flow flow, Plan plan) {
        this.flow = flow;
        this.plan = plan;
    }

    /**
     * What a segment and the expected one differ in, in words; empty if in nothing.
     *
     * @param before what was sent and compared before
     */
    String difference(PacketSpec.Tcp expected, SentSegment actual, @Nullable SentSegment before) {
        TcpHeader header = actual.header();
        flow.learn(header, expected.sequence());
        learnClock(expected, header);
        Optional<List<TcpOption>> options = Optional.of(header.options().stream().map(this::toScript).toList());
        List<String> differences = new ArrayList<>();
        compareIp(expected.ip(), actual.datagram(), differences);
        compareFlags(expected, actual, before, differences);
        long sequence = flow.toScript(header.sequence()) & 0xffffffffL;
        if (sequence != (expected.sequence() & 0xffffffffL) || actual.length() != expected.length()) {
            differences.add("sequence " + Shown.range(sequence, actual.length()) + " instead of "
                    + Shown.range(expected.sequence(), expected.length()));
        }
        long acknowledgment = header.has(TcpHeader.ACK) ? header.acknowledgment() & 0xffffffffL : -1;
        if ((expected.flags() & TcpHeader.ACK) != 0 && header.has(TcpHeader.ACK)
                && acknowledgment != (expected.acknowledgment() & 0xffffffffL)) {
            differences.add("ack " + acknowledgment + " instead of " + (expected.acknowledgment() & 0xffffffffL));
        }
        expected.window().ifPresent(window -> {
            if (window != header.window()) {
                differences.add("window " + header.window() + " instead of " + window);
            }
        });
        if (header.urgentPointer() != expected.urgent()) {
            differences.add("urgent pointer " + header.urgentPointer() + " instead of " + expected.urgent());
        }
        if (expected.options().isPresent() && !same(expected.options().get(), options.get())) {
            differences.add("options " + Shown.options(options) + " instead of " + Shown.options(expected.options()));
        }
        if (differences.isEmpty()) {
            int right = Pattern.matching(actual.payload(), 0, actual.length(),
                    sequence + (header.has(TcpHeader.SYN) ? 1 : 0));
            if (right < actual.length()) {
                differences.add("payload not the bytes that were written, from sequence number " + (sequence + right)
                        + " on");
            }
        }
        if (differences.isEmpty()) {
            return "";
        }
        String wanted = Shown.segment(expected.flags(), expected.sequence(), expected.length(),
                expected.acknowledgment(),
                expected.window(), expected.urgent(), expected.options());
        String got = Shown.segment(header.flags(), sequence, actual.length(), acknowledgment,
                OptionalInt.of(header.window()), header.urgentPointer(), options);
        return "expected " + wanted + ", got " + got + ": " + String.join("; ", differences);
    }

    private void learnClock(PacketSpec.Tcp expected, TcpHeader header) {
        Optional<TcpOption.Timestamps> sent = stamps(header.options());
        Optional<TcpOption.Timestamps> scripted = expected.options().flatMap(Matcher::stamps);
        if (sent.isPresent() && scripted.isPresent()) {
            flow.clock(scripted.get(), sent.get());
        }
    }

    private static Optional<TcpOption.Timestamps> stamps(List<TcpOption> options) {
        return options.stream().filter(TcpOption.Timestamps.class::isInstance).map(TcpOption.Timestamps.class::cast)
                .findFirst();
    }

    private TcpOption toScript(TcpOption option) {
        return option instanceof TcpOption.Timestamps stamps
                ? new TcpOption.Timestamps(flow.readingToScript(stamps.value()), stamps.echo())
                : option;
    }

    private boolean same(List<TcpOption> expected, List<TcpOption> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i) instanceof TcpOption.Timestamps wanted
                    && actual.get(i) instanceof TcpOption.Timestamps got) {
                long off = Math.abs((long) (got.value() - wanted.value())) * plan.tick();
                if (off > plan.tolerance() || wanted.echo() != got.echo()) {
                    return false;
                }
            } else if (!expected.get(i).equals(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Segments sent together stand for a large one that segmentation offload would cut: its end is marked PSH even where no
     * write ends, which cannot be seen on segments that were cut already. So a PSH may be missing on a full segment that
     * follows another at once.
     */
    private static void compareFlags(PacketSpec.Tcp expected, SentSegment actual, @Nullable SentSegment before,
            List<String> differences) {
        int wanted = expected.flags();
        int got = actual.header().flags();
        boolean together = actual.pieces() > 1 || before != null && actual.followsAtOnce(before);
        int ignored = together && (wanted & TcpHeader.PSH) != 0 ? TcpHeader.PSH : 0;
        if ((wanted | ignored) != (got | ignored)) {
            differences.add("flags " + Shown.flags(got) + " instead of " + Shown.flags(wanted));
        }
    }

    static void compareIp(PacketSpec.IpSpec expected, Datagram actual, List<String> differences) {
        int mark = actual.tos() & 3;
        boolean right = switch (expected.mark()) {
            case NONE -> true;
            case EITHER -> mark == 1 || mark == 2;
            case TOS -> actual.tos() == expected.tos();
            case NOT_CAPABLE, ECT0, ECT1, EXPERIENCED -> mark == Packets.tos(expected);
        };
        if (!right) {
            differences.add(expected.mark() == PacketSpec.Mark.TOS
                    ? "type of service " + actual.tos() + " instead of " + expected.tos()
                    : "congestion mark " + markName(mark) + " instead of " + (expected.mark() == PacketSpec.Mark.EITHER
                            ? "ect01" : markName(Packets.tos(expected))));
        }
        if (expected.ttl().isPresent() && expected.ttl().getAsInt() != actual.ttl()) {
            differences.add("time to live " + actual.ttl() + " instead of " + expected.ttl().getAsInt());
        }
    }

    private static String markName(int mark) {
        return switch (mark) {
            case 0 -> "noecn";
            case 1 -> "ect1";
            case 2 -> "ect0";
            default -> "ce";
        };
    }
}
