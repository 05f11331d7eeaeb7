package org.sockeye.labs.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses the packets that explain a failure, each as it left its sender. */
final class Concerned {

    private static final int MOST = 8;

    private Concerned() {
    }

    /**
     * The packets on their way since a step began: those that carry what somebody said; if there are none, those that open
     * or end a connection; if there are none either, the last that carried anything.
     *
     * @param trace all frames
     * @param before how many of them there were when the step began
     */
    static List<Packet> since(int before, List<Packet> trace) {
        List<Packet> moving = firstHops(trace.subList(before, trace.size()), trace);
        List<Packet> carrying = moving.stream().filter(Packet::carriesMessage).toList();
        if (!carrying.isEmpty()) {
            return shortened(carrying);
        }
        List<Packet> opening = moving.stream().filter(packet -> packet.is("tcp") || packet.is("icmp")).toList();
        if (!opening.isEmpty()) {
            return shortened(opening);
        }
        List<Packet> earlier = trace.stream().filter(Packet::isFirstHop).filter(Packet::carriesMessage).toList();
        return earlier.isEmpty() ? List.of() : List.of(earlier.getLast());
    }

    /** Of many packets, the first and the last ones. */
    static List<Packet> shortened(List<Packet> packets) {
        if (packets.size() <= MOST) {
            return packets;
        }
        List<Packet> some = new ArrayList<>(packets.subList(0, MOST / 2));
        some.addAll(packets.subList(packets.size() - MOST / 2, packets.size()));
        return some;
    }

    private static List<Packet> firstHops(List<Packet> some, List<Packet> trace) {
        Set<Integer> numbers = new LinkedHashSet<>();
        some.forEach(packet -> numbers.add(packet.frame().packet()));
        return numbers.stream().sorted().map(number -> trace.get(number - 1)).toList();
    }
}
