package org.sockeye.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.dissect.TcpContext;
import org.sockeye.stack.trace.CapturedFrame;

/**
 * How long a display filter takes to go over a million packets of a trace that is open: as when somebody types one above
 * the packet list. The slowest of some usual filters counts; each is a figure of its own, too.
 */
final class TraceFilter implements Benchmark {

    private static final int PACKETS = 1_000_000;
    private static final List<String> FILTERS = List.of("tcp.port == 40007 && tcp.len > 100",
            "ip.addr == 10.0.1.0/28 and not udp", "tcp.flags.syn == 1 || tcp.analysis.retransmission", "http || dns",
            "tcp.stream in {3, 5..7}", "tcp.analysis.ack_rtt > 0.1 && tcp.time_delta < 0.2",
            "frame.number > 999990");

    @Override
    public String name() {
        return "trace.filter";
    }

    @Override
    public List<Figure> measure() {
        List<CapturedFrame> frames = SampleCapture.frames(PACKETS);
        Conversations conversations = new Conversations();
        List<TcpContext> contexts = new ArrayList<>(frames.stream().map(conversations::follow).toList());
        List<Figure> figures = new ArrayList<>();
        double slowest = 0;
        for (String text : FILTERS) {
            DisplayFilter filter = DisplayFilter.parse(text);
            count(filter, frames, contexts, PACKETS / 10);
            long start = System.nanoTime();
            int found = count(filter, frames, contexts, PACKETS);
            double seconds = (System.nanoTime() - start) / 1e9;
            slowest = Math.max(slowest, seconds);
            figures.add(new Figure(name() + "." + found + "-of-" + PACKETS, seconds, "s for '" + text + "'"));
        }
        figures.addFirst(new Figure(name(), slowest, "s/Mpacket"));
        return figures;
    }

    private static int count(DisplayFilter filter, List<CapturedFrame> frames, List<TcpContext> contexts, int most) {
        int found = 0;
        for (int i = 0; i < most; i++) {
            if (filter.matches(new Sight(frames.get(i), contexts.get(i)))) {
                found++;
            }
        }
        return found;
    }
}
