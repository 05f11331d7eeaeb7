package org.sockeye.stack.network;

import java.util.Optional;
import java.util.function.Consumer;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.wire.IpAddress;

/** What the network layer offers to the transports above it: best-effort datagrams from host to host. */
public interface NetworkService {

    /** The time to live of a datagram whose sender asks for none in particular (RFC 1700). */
    int DEFAULT_TTL = 64;
    /** The bits of a traffic class that tell of congestion: 0 unable, 1 and 2 able, 3 met it (RFC 3168, section 5). */
    int CONGESTION = 3;

    /**
     * Sends a segment. It may be lost, duplicated or reordered; nobody says so.
     *
     * @param source one of this host's addresses
     * @param protocol the transport's number (RFC 790): 6 TCP, 17 UDP
     * @param timeToLive 1 to 255
     * @param trafficClass the treatment asked of routers (RFC 2474), and in its two lowest bits, which routers may set,
     *            whether the transport heeds marks of congestion (RFC 3168); a network layer that cannot bear it ignores it
     * @return false if no route leads to {@code destination}
     */
    boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, int trafficClass,
            Content segment);

    /**
     * The same for a segment that routers may cut into fragments rather than drop it because it is large; a network layer
     * whose routers never do ignores that.
     */
    default boolean sendDivisible(IpAddress source, IpAddress destination, int protocol, int timeToLive,
            int trafficClass, Content segment) {
        return send(source, destination, protocol, timeToLive, trafficClass, segment);
    }

    /** The same with the ordinary traffic class, 0. */
    default boolean send(IpAddress source, IpAddress destination, int protocol, int timeToLive, Content segment) {
        return send(source, destination, protocol, timeToLive, 0, segment);
    }

    /** The same with the {@link #DEFAULT_TTL}. */
    default boolean send(IpAddress source, IpAddress destination, int protocol, Content segment) {
        return send(source, destination, protocol, DEFAULT_TTL, segment);
    }

    /** The address of this host that a datagram to {@code destination} would bear, or empty if no route leads there. */
    Optional<IpAddress> sourceFor(IpAddress destination);

    /** True if {@code address} is one of this host's own, loopback included. */
    boolean isLocal(IpAddress address);

    /** True if {@code address} stands for all neighbours on one of the links. */
    default boolean isBroadcast(IpAddress address) {
        return false;
    }

    /** The largest segment, in bytes, that fits one datagram to {@code destination}, as far as the path is known. */
    int maximumSegment(IpAddress destination);

    /** The largest segment, in bytes, that fits one datagram to {@code destination} on the first link. */
    default int interfaceMaximumSegment(IpAddress destination) {
        return maximumSegment(destination);
    }

    /**
     * Takes part in a group from now on, as often as it is said; {@link #leave} takes back one time.
     *
     * @param port the name of the interface on whose link the group is meant; "" for the first
     * @return false if there is no such interface, or this network layer has no groups
     */
    default boolean join(IpAddress group, String port) {
        return false;
    }

    /** Takes part in a group no longer. */
    default void leave(IpAddress group, String port) {
        // Nobody has joined.
    }

    /** The address that is sent from to a group by an interface. */
    default Optional<IpAddress> sourceFor(IpAddress group, String port) {
        return sourceFor(group);
    }

    /**
     * Sends a segment to all who take part in a group.
     *
     * @return false if no link leads there
     */
    default boolean sendToGroup(IpAddress source, IpAddress group, int protocol, GroupOptions options,
            Content segment) {
        return send(source, group, protocol, options.timeToLive(), segment);
    }

    /**
     * How something is sent to a group.
     *
     * @param timeToLive 0 to 255; 0 for this host alone
     * @param port the name of the interface to send by; "" for the first
     * @param loop true if those of this host who take part get a copy
     */
    record GroupOptions(int timeToLive, String port, boolean loop) {
    }

    /**
     * Sends one echo request.
     *
     * @param timeout nanoseconds
     * @param answer gets true if a reply came in time, and false at once if this network layer has no echoes
     */
    default void ping(IpAddress destination, long timeout, Consumer<Boolean> answer) {
        answer.accept(false);
    }

    /** From now on, {@code receiver} gets the segments of {@code protocol} that arrive for this host. */
    void attach(int protocol, Receiver receiver);

    /**
     * Asks the network layer to tell the sender of a segment that no socket takes it (ICMP port unreachable, RFC 792).
     * To be called from within {@link Receiver#segment}.
     *
     * @param segment the segment that nobody took
     */
    void portUnreachable(IpAddress source, IpAddress destination, int protocol, Content segment);

    /** A transport, as the network layer sees it. */
    interface Receiver {

        /** A segment arrived; its checksum is the transport's to verify. */
        void segment(IpAddress source, IpAddress destination, Content segment);

        /** The same, and the traffic class with which it arrived, for a transport that heeds it. */
        default void segment(IpAddress source, IpAddress destination, int trafficClass, Content segment) {
            segment(source, destination, segment);
        }

        /**
         * An ICMP error came back for a segment that this host sent.
         *
         * @param error what it says
         * @param source the address that the segment was sent from
         * @param destination the address that it was sent to
         * @param quoted the first bytes of the segment, at least eight
         */
        void unreachable(Unreachable error, IpAddress source, IpAddress destination, byte[] quoted);
    }

    /** Why a segment did not reach its destination (RFC 792; codes as RFC 1122, section 3.2.2.1 names them). */
    enum Unreachable {
        NETWORK, HOST, PROTOCOL, PORT, FRAGMENTATION_NEEDED, TIME_EXCEEDED
    }
}
