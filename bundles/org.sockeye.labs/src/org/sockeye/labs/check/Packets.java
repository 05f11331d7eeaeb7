package org.sockeye.labs.check;

import java.util.List;
import java.util.stream.IntStream;

/** The packets that were sent so far, each once, as they left their sender. */
public final class Packets {

    private final Director director;
    private final List<Packet> packets;

    Packets(Director director) {
        this.director = director;
        this.packets = director.packets().stream().filter(Packet::isFirstHop).toList();
    }

    /** Those that match, in the order in which they were sent. */
    public List<Packet> matching(PacketMatch match) {
        return packets.stream().filter(match::matches).toList();
    }

    /** Expects exactly so many packets of that kind. */
    public Packets expect(int count, PacketMatch match) {
        director.step("expect on the network: " + times(count, match));
        List<Packet> found = matching(match);
        if (found.size() != count) {
            throw director.fail(times(count, match), "there " + (found.size() == 1 ? "was 1" : "were " + found.size()),
                    found);
        }
        return this;
    }

    /** Expects at least one packet of that kind. */
    public Packets expectSome(PacketMatch match) {
        director.step("expect on the network: at least one " + match.text());
        if (matching(match).isEmpty()) {
            throw director.fail("at least one " + match.text(), "there was none", List.of());
        }
        return this;
    }

    /** Expects packets of these kinds, one after the other; others may lie between. */
    public Packets expectInOrder(PacketMatch... matches) {
        director.step("expect on the network, in this order: "
                + String.join(" · ", IntStream.range(0, matches.length).mapToObj(i -> matches[i].text()).toList()));
        int next = 0;
        for (Packet packet : packets) {
            if (next < matches.length && matches[next].matches(packet)) {
                next++;
            }
        }
        if (next < matches.length) {
            List<Packet> found = matching(matches[next]);
            throw director.fail(matches[next].text() + (next == 0 ? "" : " after " + matches[next - 1].text()),
                    found.isEmpty() ? "there was none" : "it came earlier", found);
        }
        return this;
    }

    /** Such as "2 × TCP segment with SYN". */
    static String times(int count, PacketMatch match) {
        return count == 0 ? "no " + match.text() : count + " × " + match.text();
    }
}
