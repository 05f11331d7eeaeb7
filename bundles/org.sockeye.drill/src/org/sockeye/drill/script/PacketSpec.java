package org.sockeye.drill.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sockeye.stack.wire.TcpOption;

/** A packet as a script writes it. Sequence numbers count from the connection's initial ones, which are 0. */
public sealed interface PacketSpec {

    /** What the script says of the IP header. */
    IpSpec ip();

    /**
     * A TCP segment.
     *
     * @param flags the bits of the header's flags
     * @param ace the three bits of accurate ECN, if written as a number: compared instead of their flags
     * @param sequence of the first byte
     * @param length bytes of payload
     * @param acknowledgment empty if none is written
     * @param window as on the wire, not scaled; empty if it does not matter
     * @param urgent the urgent pointer; 0 if there is none
     * @param options in order; empty if whatever stands there is right
     */
    record Tcp(IpSpec ip, int flags, OptionalInt ace, long sequence, int length, long acknowledgment,
            OptionalInt window, int urgent, Optional<List<TcpOption>> options) implements PacketSpec {
    }

    /**
     * An ICMP message.
     *
     * @param type its name, such as unreachable
     * @param code its name, such as frag_needed; may be empty
     * @param mtu the next link's, if written; else 0
     * @param quoted the segment that it is about; empty for one from the start of the flow
     */
    record Icmp(IpSpec ip, String type, String code, int mtu, Optional<Quoted> quoted) implements PacketSpec {
    }

    /** The segment that an ICMP error quotes: its first sequence number, and its bytes of payload. */
    record Quoted(long sequence, int length) {
    }

    /** A UDP datagram of that many bytes. */
    record Udp(IpSpec ip, int length) implements PacketSpec {
    }

    /**
     * What stands in square brackets and the like before a packet.
     *
     * @param mark what the congestion bits must be
     * @param tos the whole byte, if {@code mark} is TOS
     * @param ttl empty if it does not matter
     */
    record IpSpec(Mark mark, int tos, OptionalInt ttl) {
    }

    /** The two bits of RFC 3168, as scripts name them. */
    enum Mark {
        /** Nothing is said. */
        NONE,
        NOT_CAPABLE, ECT1, ECT0, EITHER, EXPERIENCED,
        /** The whole byte is given. */
        TOS
    }
}
